import FeatureExtraction

extension TfidfGoldenTests {
    /// Computed with scikit-learn 1.9.1.
    static let goldens: [TfidfGolden] = [
        TfidfGolden(
            name: "smooth idf and length 1",
            parameters: { try TfidfParameters() },
            terms: [
                "atrasado", "cancelar", "de", "entrega", "o", "parado", "pedido", "produto", "quero", "troca",
                "trocar",
            ],
            idf: [
                1.847298, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 1.847298, 2.252763, 1.847298, 2.252763,
                1.847298,
            ],
            rows: [
                [0: 0.3926203, 5: 0.4787969, 6: 0.7852406],
                [4: 0.5756956, 6: 0.4720786, 8: 0.4720786, 10: 0.4720786],
                [1: 0.7732624, 8: 0.6340862],
                [:],
                [2: 0.2926978, 7: 0.8780934, 9: 0.2926978, 10: 0.2400164],
                [0: 0.3793589, 3: 0.9252496],
            ]
        ),
        TfidfGolden(
            name: "sublinear counts",
            parameters: { try TfidfParameters(sublinearTF: true) },
            terms: [
                "atrasado", "cancelar", "de", "entrega", "o", "parado", "pedido", "produto", "quero", "troca",
                "trocar",
            ],
            idf: [
                1.847298, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 1.847298, 2.252763, 1.847298, 2.252763,
                1.847298,
            ],
            rows: [
                [0: 0.43218, 5: 0.5270396, 6: 0.7317443],
                [4: 0.5756956, 6: 0.4720786, 8: 0.4720786, 10: 0.4720786],
                [1: 0.7732624, 8: 0.6340862],
                [:],
                [2: 0.3759134, 7: 0.7888964, 9: 0.3759134, 10: 0.3082543],
                [0: 0.4358837, 3: 0.900003],
            ]
        ),
        TfidfGolden(
            name: "n-grams of 1 to 2 and most features",
            parameters: { try TfidfParameters(ngramRange: 1...2, maxFeatures: 6) },
            terms: ["atrasado", "entrega", "pedido", "produto", "quero", "trocar"],
            idf: [1.847298, 2.252763, 1.847298, 2.252763, 1.847298, 1.847298],
            rows: [
                [0: 0.4472136, 2: 0.8944272],
                [2: 0.5773503, 4: 0.5773503, 5: 0.5773503],
                [4: 1],
                [:],
                [3: 0.9646141, 5: 0.2636658],
                [0: 0.3793589, 1: 0.9252496],
            ]
        ),
        TfidfGolden(
            name: "n-grams of 2 to 3",
            parameters: { try TfidfParameters(ngramRange: 2...3) },
            terms: [
                "atrasado entrega", "atrasado pedido", "atrasado pedido parado", "de produto", "de produto trocar",
                "entrega atrasado", "entrega atrasado entrega", "o pedido", "pedido atrasado",
                "pedido atrasado pedido", "pedido parado", "produto produto", "produto trocar",
                "produto trocar produto", "quero cancelar", "quero trocar", "quero trocar o", "troca de",
                "troca de produto", "trocar o", "trocar o pedido", "trocar produto", "trocar produto produto",
            ],
            idf: [
                2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763,
                2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763, 2.252763,
                2.252763, 2.252763, 2.252763,
            ],
            rows: [
                [1: 0.4472136, 2: 0.4472136, 8: 0.4472136, 9: 0.4472136, 10: 0.4472136],
                [7: 0.4472136, 15: 0.4472136, 16: 0.4472136, 19: 0.4472136, 20: 0.4472136],
                [14: 1],
                [:],
                [
                    3: 0.3333333, 4: 0.3333333, 11: 0.3333333, 12: 0.3333333, 13: 0.3333333, 17: 0.3333333,
                    18: 0.3333333, 21: 0.3333333, 22: 0.3333333,
                ],
                [0: 0.5773503, 5: 0.5773503, 6: 0.5773503],
            ]
        ),
        TfidfGolden(
            name: "n-grams longer than most documents",
            parameters: { try TfidfParameters(ngramRange: 5...5) },
            terms: ["de produto trocar produto produto", "troca de produto trocar produto"],
            idf: [2.252763, 2.252763],
            rows: [
                [:],
                [:],
                [:],
                [:],
                [0: 0.7071068, 1: 0.7071068],
                [:],
            ]
        ),
        TfidfGolden(
            name: "least documents as a count",
            parameters: { try TfidfParameters(minDF: .count(2)) },
            terms: ["atrasado", "pedido", "quero", "trocar"],
            idf: [1.847298, 1.847298, 1.847298, 1.847298],
            rows: [
                [0: 0.4472136, 1: 0.8944272],
                [1: 0.5773503, 2: 0.5773503, 3: 0.5773503],
                [2: 1],
                [:],
                [3: 1],
                [0: 1],
            ]
        ),
        TfidfGolden(
            name: "least documents as a share",
            parameters: { try TfidfParameters(minDF: .share(0.3)) },
            terms: ["atrasado", "pedido", "quero", "trocar"],
            idf: [1.847298, 1.847298, 1.847298, 1.847298],
            rows: [
                [0: 0.4472136, 1: 0.8944272],
                [1: 0.5773503, 2: 0.5773503, 3: 0.5773503],
                [2: 1],
                [:],
                [3: 1],
                [0: 1],
            ]
        ),
        TfidfGolden(
            name: "least documents as a share that falls on a count",
            parameters: { try TfidfParameters(minDF: .share(1 / 3)) },
            terms: ["atrasado", "pedido", "quero", "trocar"],
            idf: [1.847298, 1.847298, 1.847298, 1.847298],
            rows: [
                [0: 0.4472136, 1: 0.8944272],
                [1: 0.5773503, 2: 0.5773503, 3: 0.5773503],
                [2: 1],
                [:],
                [3: 1],
                [0: 1],
            ]
        ),
        TfidfGolden(
            name: "most documents as a count, most features with ties",
            parameters: { try TfidfParameters(maxFeatures: 4, maxDF: .count(1)) },
            terms: ["cancelar", "de", "entrega", "produto"],
            idf: [2.252763, 2.252763, 2.252763, 2.252763],
            rows: [
                [:],
                [:],
                [0: 1],
                [:],
                [1: 0.3162278, 3: 0.9486833],
                [2: 1],
            ]
        ),
        TfidfGolden(
            name: "most documents as a share",
            parameters: { try TfidfParameters(maxFeatures: 5, maxDF: .share(0.2)) },
            terms: ["cancelar", "de", "entrega", "o", "produto"],
            idf: [2.252763, 2.252763, 2.252763, 2.252763, 2.252763],
            rows: [
                [:],
                [3: 1],
                [0: 1],
                [:],
                [1: 0.3162278, 4: 0.9486833],
                [2: 1],
            ]
        ),
        TfidfGolden(
            name: "most features",
            parameters: { try TfidfParameters(maxFeatures: 3) },
            terms: ["atrasado", "pedido", "produto"],
            idf: [1.847298, 1.847298, 2.252763],
            rows: [
                [0: 0.4472136, 1: 0.8944272],
                [1: 1],
                [:],
                [:],
                [2: 1],
                [0: 1],
            ]
        ),
        TfidfGolden(
            name: "most features with sublinear counts",
            parameters: { try TfidfParameters(maxFeatures: 6, sublinearTF: true) },
            terms: ["atrasado", "entrega", "pedido", "produto", "quero", "trocar"],
            idf: [1.847298, 2.252763, 1.847298, 2.252763, 1.847298, 1.847298],
            rows: [
                [0: 0.5085423, 2: 0.861037],
                [2: 0.5773503, 4: 0.5773503, 5: 0.5773503],
                [4: 1],
                [:],
                [3: 0.9314207, 5: 0.3639444],
                [0: 0.4358837, 1: 0.900003],
            ]
        ),
    ]
}
