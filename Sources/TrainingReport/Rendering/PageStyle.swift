/// The look of the page.
enum PageStyle {
    static let css = """
        :root{color-scheme:light dark;--ground:#f4f6f8;--card:#fff;--ink:#1f2933;--soft:#4b5563;--edge:#dfe4ea;--track:#eef1f5;\
        --blue:#1d5fbf;--teal:#0d8a80;--violet:#7c4dbd;--miss:#a94408}
        @media (prefers-color-scheme:dark){:root{--ground:#0d1117;--card:#161b22;--ink:#e5e9ee;--soft:#a7b1bd;--edge:#2b3440;\
        --track:#212933;--blue:#6fb1ff;--teal:#46c9bd;--violet:#bb9af7;--miss:#ff9f5a}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;\
        overflow-wrap:anywhere}
        main{max-width:64rem;margin:0 auto;padding:2rem 1rem 3rem}
        h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.2rem;line-height:1.3;margin:0 0 .35rem}
        p{margin:0 0 .75rem}.lead,.caption,.detail,footer{color:var(--soft)}.caption{max-width:46rem;font-size:.94rem}
        nav{display:flex;flex-wrap:wrap;gap:.4rem;margin:1rem 0 0}
        nav a{color:var(--blue);text-decoration:none;border:1px solid var(--edge);border-radius:1rem;padding:.15rem .75rem;\
        font-size:.88rem;background:var(--card)}
        nav a:hover,nav a:focus-visible{text-decoration:underline}
        section{background:var(--card);border:1px solid var(--edge);border-radius:.6rem;padding:1.25rem;margin-top:1.25rem}
        .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.4rem,1fr));gap:1rem 1.25rem;margin:0}
        .facts div{min-width:0}.facts dt{font-size:.82rem;color:var(--soft)}
        .facts dd{margin:0;font-size:1.15rem;font-weight:600;line-height:1.35;font-variant-numeric:tabular-nums}
        .facts .detail{font-size:.82rem;font-weight:400}
        .headline dd{font-size:1.5rem}
        .blocks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:1.25rem;align-items:start}
        .blocks>*{min-width:0}.wide{grid-column:1/-1}
        figure{margin:0;overflow-x:auto}figure svg{display:block;width:100%;height:auto;margin:0 auto}
        .scroll{overflow-x:auto}.tall{overflow-y:auto;max-height:36rem}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        th,td{padding:.32rem .6rem;text-align:left;vertical-align:middle;border-bottom:1px solid var(--edge);overflow-wrap:break-word}
        td.name{min-width:6.6rem;overflow-wrap:anywhere}td small{color:var(--soft);white-space:nowrap}
        th{color:var(--soft);font-weight:600;font-size:.82rem;position:sticky;top:0;background:var(--card)}
        tr:last-child td{border-bottom:0}th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
        .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        td.bar{width:19%;font-variant-numeric:tabular-nums;white-space:nowrap}.one td.bar{width:62%}
        td.bar div{display:flex;align-items:center;gap:.5rem}
        .track{flex:1 1 auto;min-width:1.5rem;height:.6rem;background:var(--track);border-radius:.2rem;overflow:hidden}
        .track i{display:block;height:100%;background:var(--blue)}.c1 i{background:var(--teal)}.c2 i{background:var(--violet)}
        .value{flex:0 0 3.4rem;text-align:right}
        .terms{display:flex;flex-wrap:wrap;gap:.25rem .4rem;min-width:14rem}
        .terms span{background:var(--track);border-radius:.3rem;padding:.05rem .45rem}.terms b{font-weight:400;color:var(--soft);\
        font-size:.82em;font-variant-numeric:tabular-nums}
        ol.documents{margin:0;padding:0;list-style:none;counter-reset:d}
        ol.documents li{padding:.7rem 0;border-top:1px solid var(--edge)}ol.documents li:first-child{border-top:0;padding-top:0}
        ol.documents .head{font-size:.88rem;color:var(--soft)}.head b{color:var(--ink)}.head .given{color:var(--miss)}
        ol.documents p{margin:.15rem 0 0}
        footer{font-size:.85rem;margin-top:1.5rem}
        @media (max-width:40rem){main{padding:1.25rem .6rem 2rem}section{padding:1rem .8rem}.several .track{display:none}.several td.bar{width:auto}\
        .value{flex:1 0 auto}.tall{max-height:44rem}\
        .plot.lines text{font-size:14px}th.number{white-space:normal}\
        table{font-size:.84rem}th{font-size:.78rem}th,td{padding:.3rem .3rem}.facts{grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr))}}
        @media print{body{background:#fff}section{break-inside:avoid-page}.tall{max-height:none;overflow:visible}nav{display:none}}
        """
}
