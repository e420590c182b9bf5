"""The eight classes: what customers of a shop write to its service desk about.

The patterns are those of `phrases.py`. The classes share most of their words on purpose (every complaint speaks of orders, days, refunds
and parcels), so a classifier has to weigh words instead of finding one key word.
"""

from __future__ import annotations

EXCHANGE = "Troca ou devolução"
CANCEL = "Arrependimento e cancelamento"
COUPON = "Cupom de desconto"
REFUND = "Prazo de reembolso"
LOGIN = "Acesso à conta"
LATE = "Atraso na entrega"
BROKEN = "Produto errado ou com defeito"
OTHER = "Outros"

CORES: dict[str, tuple[str, ...]] = {
    EXCHANGE: (
        "{o} {produto} [ficou|ficou muito] [pequeno|grande|apertado|largo], quero trocar pelo tamanho {tamanho}.",
        "gostaria de trocar {o} {produto} {cor} [por outro na|pela] cor {cor}.",
        "como faço para devolver {o} {produto}? não [gostei|serviu|combinou].",
        "não serviu em {presente}, [preciso trocar|dá pra trocar|quero devolver].",
        "onde [posto|levo] o pacote da devolução? [o código de postagem não chegou|preciso do código dos correios|].",
        "posso trocar na loja física [de {cidade}|mais perto|] o que comprei no site?",
        "[pedi|comprei] o número {tamanho} mas precisava do {tamanho}, como faço a troca?",
        "quem paga o frete da troca?",
        "queria devolver, [ainda está com etiqueta|está na caixa lacrada|não usei nem uma vez].",
        "a coleta da devolução foi marcada e [ninguém veio buscar|o motorista não apareceu].",
        "qual é o prazo para trocar um presente?",
        "quero trocar por outro modelo e pagar a diferença.",
    ),
    CANCEL: (
        "[quero|gostaria de|preciso] cancelar [o pedido|a compra] {pedido}.",
        "me arrependi da compra d{o} {produto}, [como cancelo|quero cancelar|ainda não chegou].",
        "comprei por engano [duas vezes|o modelo que não queria|sem querer], [cancelem|podem cancelar], por favor.",
        "achei mais barato em outro lugar e quero desistir.",
        "o botão de cancelar não aparece [no site|no app|na minha conta].",
        "desisti do pedido, [não quero mais|não precisa mais enviar|parem o envio].",
        "exerço meu direito de arrependimento, artigo 49 do código do consumidor.",
        "pedi o cancelamento {quando} e o pedido [foi enviado assim mesmo|continua ativo|ainda aparece em separação].",
        "mudei de ideia sobre {o} {produto}, [não vou mais precisar|quero desistir da compra].",
        "cancelei, mas [cobraram|veio cobrança] {pagamento}, confirmem o cancelamento.",
        "[minha filha|meu marido|meu irmão] comprou sem me avisar, precisamos cancelar antes do envio.",
        "ainda dá tempo de cancelar antes de sair para entrega?",
    ),
    COUPON: (
        "o cupom [BEMVINDO{n2}|VOLTA{n2}|PRIMEIRA{n2}|NATAL{n2}|FRETE{n2}] não [funciona|entra|é aceito].",
        "o desconto de {n2}% não foi aplicado no carrinho.",
        "diz que o cupom [é inválido|expirou|já foi usado], mas [nunca usei|vale até dia {dia}|recebi hoje].",
        "fechei a compra e o valor veio sem o desconto.",
        "ganhei um vale de {valor} e não consigo usar [no app|no pagamento|].",
        "o código promocional da newsletter não chegou.",
        "o cupom de primeira compra vale para {o} {produto}?",
        "posso juntar dois cupons [na mesma compra|ou só um|]?",
        "o cashback não caiu [na minha conta|depois da compra|].",
        "no anúncio o preço era {valor}, na hora de pagar mudou.",
        "frete grátis acima de {valor} e mesmo assim cobraram o frete.",
        "podem devolver a diferença do desconto que não entrou?",
    ),
    REFUND: (
        "quando [cai|vou receber|sai] o reembolso [do pedido {pedido}|de {valor}|]?",
        "devolvi {o} {produto} há {dias} e o dinheiro não [caiu|voltou].",
        "cancelaram minha compra e o estorno não aparece na fatura.",
        "o banco diz que não recebeu nenhum estorno [de vocês|da loja|].",
        "qual o prazo para devolver o valor [no cartão|por pix|do boleto]?",
        "disseram {dias} para o reembolso e [já passou|até agora nada].",
        "o valor estornado veio [menor|errado|só pela metade].",
        "preciso do comprovante do estorno para [o banco|a operadora do cartão].",
        "paguei no boleto, onde informo a conta para receber meu dinheiro?",
        "as parcelas continuam vindo mesmo depois da devolução.",
        "recebi o aviso de que o reembolso foi aprovado {quando}, [cadê|mas nada ainda|mas não caiu].",
        "quanto tempo demora para o pix do reembolso cair?",
    ),
    LOGIN: (
        "não consigo entrar na minha conta [desde {quando}|], [diz senha inválida|dá erro|a página não carrega].",
        "esqueci a senha e o e-mail de recuperação não chega.",
        "minha conta foi bloqueada [depois de tentar várias vezes|sem motivo|].",
        "o código de verificação não chega no celular [novo|].",
        "mudei de e-mail e não consigo [entrar|acessar meus pedidos|atualizar o cadastro].",
        "diz que meu CPF já está cadastrado [em outra conta|].",
        "o app [fecha sozinho|fica carregando] quando faço login.",
        "não consigo trocar a senha, o link [expirou|não abre].",
        "entrei e meus pedidos sumiram [da conta|].",
        "alguém entrou na minha conta [e fez uma compra|], preciso mudar a senha.",
        "o login com [google|facebook|o celular] não funciona mais.",
        "quero acessar a conta para ver [meu pedido|a nota fiscal|o cupom], mas não entra.",
    ),
    LATE: (
        "meu pedido {pedido} ainda não chegou.",
        "o prazo era dia {dia}/{mes} e [nada|até agora não entregaram|estou esperando].",
        "o rastreio está parado em {cidade} há {dias}.",
        "[cadê|onde está] {o} {meu} {produto}?",
        "a transportadora diz que tentou entregar, mas [não veio ninguém|eu estava em casa|o porteiro não viu].",
        "consta como entregue e não recebi [nada|o pacote|].",
        "já são {dias} de atraso na entrega.",
        "preciso que chegue antes d[o aniversário de {presente}|e sexta|o Natal], ainda dá?",
        "remarcaram a entrega [três vezes|de novo|pela segunda vez].",
        "o status não muda de [em trânsito|saiu para entrega|em separação] desde {quando}.",
        "o pacote [voltou para o remetente|foi extraviado|foi para {cidade} por engano].",
        "quando chega? paguei frete expresso.",
    ),
    BROKEN: (
        "{o} {produto} chegou [quebrado|rachado|riscado|amassado|com defeito].",
        "veio {o} {produto} {cor} e eu pedi {cor}.",
        "mandaram um {outro} no lugar d{o} {produto}.",
        "{o} {produto} não liga [de jeito nenhum|desde que chegou|mais].",
        "faltou [uma peça|o carregador|o manual|um item] na caixa.",
        "a caixa veio [aberta|molhada|toda amassada] e o produto [danificado|arranhado].",
        "parou de funcionar em {dias} [de uso|], ainda está na garantia.",
        "o tamanho da etiqueta é {tamanho}, mas veio {tamanho}.",
        "recebi o pedido de outra pessoa.",
        "{o} {produto} faz um barulho estranho e esquenta [muito|].",
        "veio faltando [metade|um dos produtos] do pedido {pedido}.",
        "{o} {produto} é diferente da foto do site, [veio usado|outra marca|material ruim].",
    ),
    OTHER: (
        "vocês têm loja em {cidade}?",
        "qual o horário de atendimento [no feriado|aos sábados|]?",
        "preciso da segunda via da nota fiscal [com CNPJ|].",
        "{o} {produto} [volta ao estoque|tem na cor {cor}|é bivolt]?",
        "quero trabalhar na loja, para onde mando o currículo?",
        "parem de mandar propaganda no meu e-mail, quero sair da lista.",
        "gostaria de elogiar [a atendente|o motorista|o atendimento] {nome}, muito [atenciosa|educado|rápido].",
        "fazem venda para empresa? preciso de {n2} unidades de {produto}.",
        "como altero o endereço [do pedido {pedido}|do cadastro|]?",
        "posso pagar com [dois cartões|vale alimentação|boleto parcelado]?",
        "entregam em [área rural|{cidade}|prédio sem porteiro]?",
        "recebi uma ligação estranha em nome da loja, é golpe?",
        "quero excluir meus dados conforme a LGPD.",
        "qual a medida d{o} {produto}? não tem na descrição.",
    ),
}

# The complaint that comes as a side matter; the customer still means the label.
NEIGHBOURS: dict[str, tuple[str, ...]] = {
    EXCHANGE: (BROKEN, REFUND, CANCEL),
    CANCEL: (LATE, REFUND, EXCHANGE),
    COUPON: (LOGIN, CANCEL, OTHER),
    REFUND: (EXCHANGE, CANCEL, LATE),
    LOGIN: (COUPON, OTHER, LATE),
    LATE: (CANCEL, REFUND, OTHER),
    BROKEN: (EXCHANGE, LATE, REFUND),
    OTHER: (COUPON, LATE, EXCHANGE),
}

# The coarse menu of the shop's form: customers choose it in haste, so it only hints at the label.
MENU: dict[str, tuple[str, ...]] = {
    EXCHANGE: ("Meu pedido", "Meu pedido", "Produto"),
    CANCEL: ("Meu pedido", "Pagamento", "Meu pedido"),
    COUPON: ("Pagamento", "Site e aplicativo", "Pagamento"),
    REFUND: ("Pagamento", "Pagamento", "Meu pedido"),
    LOGIN: ("Minha conta", "Minha conta", "Site e aplicativo"),
    LATE: ("Entrega", "Entrega", "Meu pedido"),
    BROKEN: ("Produto", "Meu pedido", "Entrega"),
    OTHER: ("Outros assuntos", "Outros assuntos", "Produto"),
}
