import FoundationEssentials
import Logging
import TextAnalysis

/// The folder of the compiled dictionaries, one file for each language.
struct LexiconFolder {
    let path: String

    /// `$CARTEIRO_LEXICON_DIR`, else the folder of the image.
    init(variables: [String: String]) {
        path = variables["CARTEIRO_LEXICON_DIR"] ?? "/opt/program/lexicon"
    }

    /// Opens the dictionaries that are there; training says which one it would have needed.
    func open(logger: Logger) -> [Language: Lexicon] {
        var lexicons: [Language: Lexicon] = [:]
        for language in Language.allCases {
            do throws(TextAnalysisError) {
                lexicons[language] = try Lexicon.open(path: "\(path)/\(language.rawValue).lexicon")
            } catch {
                logger.debug("\(error)")
            }
        }
        return lexicons
    }
}
