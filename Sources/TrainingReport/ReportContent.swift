public import Evaluation

/// All that a report is made of, as values; the texts in it are masked and short already.
public struct ReportContent: Sendable, Equatable {
    /// What the measures were taken on.
    public enum Source: String, Sendable, Equatable {
        /// Documents that were held out or came by a channel of their own.
        case validation
        /// The training documents, each by the trees that did not see it.
        case outOfBag = "out_of_bag"
    }

    /// A hyperparameter.
    public struct Parameter: Sendable, Equatable {
        /// The name.
        public var name: String
        /// The value, as a user would write it.
        public var value: String
        /// Whether it is the default.
        public var isDefault: Bool

        /// Creates a parameter.
        public init(name: String, value: String, isDefault: Bool) {
            self.name = name
            self.value = value
            self.isDefault = isDefault
        }
    }

    /// The accuracy of the first trees.
    public struct TreePoint: Sendable, Equatable {
        /// The number of trees.
        public var trees: Int
        /// The number of documents that some tree voted on.
        public var documents: Int
        /// The number of those that were given their own class.
        public var correct: Int

        /// The share of right answers; 0 without documents.
        public var accuracy: Double { documents == 0 ? 0 : Double(correct) / Double(documents) }

        /// Creates a point.
        public init(trees: Int, documents: Int, correct: Int) {
            self.trees = trees
            self.documents = documents
            self.correct = correct
        }
    }

    /// A term that tells a label from the others.
    public struct Term: Sendable, Equatable {
        /// The term.
        public var term: String
        /// The documents with it, of the label and of the others.
        public var counts: ContingencyTable

        /// Creates a term.
        public init(term: String, counts: ContingencyTable) {
            self.term = term
            self.counts = counts
        }
    }

    /// The program and its version.
    public var producer: String
    /// What the measures were taken on.
    public var source: Source
    /// The classes, in the model's order.
    public var labels: [String]
    /// The hyperparameters, in their order.
    public var parameters: [Parameter]
    /// What is known of the documents.
    public var data: DataFacts
    /// How each measured document was classified; classes past the labels are unknown ones.
    public var classifications: [Classification]
    /// The accuracy as trees are added.
    public var trees: [TreePoint]
    /// For each label its most telling terms.
    public var terms: [[Term]]
    /// The documents that were most surely classified wrong.
    public var mistakes: [Mistake]
    /// Which answers may be automatic; `nil` where that is not known.
    public var automaticAnswers: AutomaticAnswers?

    /// Creates a content from its parts.
    public init(
        producer: String,
        source: Source,
        labels: [String],
        parameters: [Parameter],
        data: DataFacts,
        classifications: [Classification],
        trees: [TreePoint],
        terms: [[Term]],
        mistakes: [Mistake],
        automaticAnswers: AutomaticAnswers? = nil
    ) {
        self.producer = producer
        self.source = source
        self.labels = labels
        self.parameters = parameters
        self.data = data
        self.classifications = classifications
        self.trees = trees
        self.terms = terms
        self.mistakes = mistakes
        self.automaticAnswers = automaticAnswers
    }
}
