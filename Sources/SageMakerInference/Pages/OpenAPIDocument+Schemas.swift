import AutomaticReplies

extension OpenAPIDocument {
    static let schemas = requestSchemas + ",\n" + answerSchemas + ",\n" + serviceSchemas + ",\n" + watchingSchemas

    private static let requestSchemas = """
          "Record": {
            "description": "A text, or an object with it.",
            "anyOf": [
              {"type": "string"},
              {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
              {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}},
                "description": "Further fields, such as problem, are what a reply policy's only_when looks at."},
              {"type": "object", "required": ["source"], "properties": {
                "source": {"type": "string"}, "k": {"type": "integer", "minimum": 1}}},
              {"type": "object", "required": ["features"], "properties": {
                "features": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 1}}}
            ]
          },
          "Records": {
            "anyOf": [
              {"type": "object", "required": ["instances"], "properties": {
                "instances": {"type": "array", "items": {"$ref": "#/components/schemas/Record"}},
                "configuration": {"type": "object", "properties": {"k": {"type": "integer", "minimum": 1}}}}},
              {"type": "object", "required": ["inputs"], "properties": {
                "inputs": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
                "parameters": {"type": "object", "properties": {"top_k": {"type": "integer", "minimum": 1}}}}},
              {"type": "array", "items": {"$ref": "#/components/schemas/Record"}},
              {"$ref": "#/components/schemas/Record"}
            ]
          }
        """

    private static let reasons = ReplyReason.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")

    private static let answerSchemas = """
          "Prediction": {
            "description": "The parts that SAGEMAKER_INFERENCE_OUTPUT asks for; without it label and score, and the decision where a reply policy is in force.",
            "type": "object",
            "properties": {
              "label": {"description": "The best label; a list for BlazingText.", "type": ["string", "array"]},
              "score": {"description": "Its calibrated probability.", "type": ["number", "null"], "minimum": 0, "maximum": 1},
              "labels": {"description": "The best labels.", "type": "array", "items": {"type": "string"}},
              "scores": {"description": "Their probabilities.", "type": "array", "items": {"type": "number"}},
              "prob": {"description": "As scores, for BlazingText.", "type": "array", "items": {"type": "number"}},
              "raw_score": {"description": "Its share of votes.", "type": ["number", "null"]},
              "raw_scores": {"description": "Shares of votes.", "type": "array", "items": {"type": "number"}},
              "predicted_label": {"type": "string"},
              "probability": {"type": ["number", "null"]},
              "probabilities": {"type": "array", "items": {"type": "number"}},
              "terms": {"description": "Terms of the text after cleaning.", "type": ["integer", "null"]},
              "known_terms": {"description": "Those that the model knows.", "type": ["integer", "null"]},
              "isAutomatic": {
                "description": "1 when the record is answered without an analyst; null without a reply policy.",
                "enum": [0, 1, null]
              },
              "idTemplate": {
                "description": "The template of the answer by the reply policy.",
                "type": ["integer", "string", "null"]
              },
              "reason": {
                "description": "Why the answer is automatic or not.",
                "enum": [\(reasons), null]
              },
              "explanation": {"$ref": "#/components/schemas/Explanation"},
              "error": {"description": "Why a record has no answer; in batch only.", "type": "string"}
            }
          },
          "Explanation": {
            "description": "What decided the vote; base, contributions, absent and rest add up to raw_score.",
            "type": "object",
            "required": ["base", "raw_score", "terms", "absent", "rest"],
            "properties": {
              "base": {"description": "The label's share in the training.", "type": "number"},
              "raw_score": {"description": "The share of the trees' votes.", "type": "number"},
              "terms": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["term", "contribution", "spans"],
                  "properties": {
                    "term": {"type": "string"},
                    "contribution": {"description": "Below 0 when it speaks against.", "type": "number"},
                    "spans": {
                      "description": "Where its words stand in the text: first and end, in Unicode scalars.",
                      "type": "array",
                      "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
                    }
                  }
                }
              },
              "absent": {"description": "What words did that the text does not have.", "type": "number"},
              "rest": {"description": "What its other words did.", "type": "number"}
            }
          },
          "Predictions": {
            "description": "In the shape of the request.",
            "anyOf": [
              {"type": "object", "required": ["predictions"], "properties": {
                "predictions": {"type": "array", "items": {"$ref": "#/components/schemas/Prediction"}}}},
              {"type": "array", "items": {"$ref": "#/components/schemas/Prediction"}},
              {"$ref": "#/components/schemas/Prediction"}
            ]
          },
          "Error": {
            "type": "object",
            "required": ["error"],
            "properties": {
              "error": {
                "type": "object",
                "required": ["code", "message"],
                "properties": {
                  "code": {"description": "For programs.", "type": "string"},
                  "message": {"description": "What is wrong, where, and what to do.", "type": "string"}
                }
              }
            }
          }
        """

    private static let serviceSchemas = """
          "ExecutionParameters": {
            "type": "object",
            "required": ["MaxConcurrentTransforms", "MaxPayloadInMB"],
            "properties": {
              "MaxConcurrentTransforms": {"type": "integer", "minimum": 1},
              "MaxPayloadInMB": {"type": "integer", "minimum": 0, "maximum": 100}
            }
          },
          "ModelToLoad": {
            "type": "object",
            "required": ["model_name", "url"],
            "properties": {
              "model_name": {"type": "string", "minLength": 1, "maxLength": 1024},
              "url": {"description": "The absolute path of the model's folder.", "type": "string"}
            }
          },
          "LoadedModel": {
            "type": "object",
            "required": ["modelName", "modelUrl"],
            "properties": {"modelName": {"type": "string"}, "modelUrl": {"type": "string"}}
          },
          "ModelList": {
            "type": "object",
            "required": ["models"],
            "properties": {
              "models": {"type": "array", "items": {"$ref": "#/components/schemas/LoadedModel"}},
              "nextPageToken": {"description": "Absent on the last page.", "type": "string"}
            }
          },
          "Status": {
            "type": "object",
            "required": ["status"],
            "properties": {"status": {"type": "string"}}
          }
        """
}
