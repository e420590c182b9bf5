extension OpenAPIDocument {
    static let drift = """
        {
          "get": {
            "operationId": "drift",
            "summary": "How far the last documents are from those of the training.",
            "responses": {
              "200": {
                "description": "The figures; with several models an object whose models is a list of them.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Drift"}}}
              },
              \(serverErrors)
            }
          }
        }
        """

    static let feedback = """
        {
          "post": {
            "operationId": "feedback",
            "summary": "Keeps the right labels of messages, with the texts masked.",
            "requestBody": {
              "required": true,
              "content": {
                "application/json": {"schema": {"anyOf": [
                  {"$ref": "#/components/schemas/Feedback"},
                  {"type": "array", "items": {"$ref": "#/components/schemas/Feedback"}}
                ]}},
                "application/jsonlines": {"schema": {"type": "string"}}
              }
            },
            "responses": {
              "200": {
                "description": "All records were kept.",
                "content": {"application/json": {"schema": {"type": "object", "properties": {
                  "accepted": {"type": "integer"}, "right": {"type": "integer"}}}}}
              },
              \(serverErrors), \(errors([404, 415, 507]))
            }
          }
        }
        """

    static let watchingSchemas = """
          "DriftFigure": {
            "type": "object",
            "properties": {
              "psi": {"description": "Population stability index; null before documents_needed.", "type": ["number", "null"]},
              "verdict": {"type": "string", "enum": ["waiting", "stable", "watch", "act"]},
              "documents_needed": {"type": ["integer", "null"]},
              "text": {"type": "string"}
            }
          },
          "Drift": {
            "type": "object",
            "properties": {
              "verdict": {"type": "string", "enum": ["waiting", "stable", "watch", "act"]},
              "reason": {"description": "Why there are no figures.", "type": "string"},
              "window": {"type": "object", "properties": {
                "documents": {"type": "integer"}, "most": {"type": "integer"}}},
              "features": {"type": "object", "properties": {
                "labels": {"$ref": "#/components/schemas/DriftFigure"},
                "scores": {"$ref": "#/components/schemas/DriftFigure"},
                "lengths": {"$ref": "#/components/schemas/DriftFigure"},
                "unknown_terms": {"$ref": "#/components/schemas/DriftFigure"}}},
              "shifted_labels": {"type": "array", "items": {"type": "object", "properties": {
                "label": {"type": "string"}, "share": {"type": "number"}, "training_share": {"type": "number"},
                "text": {"type": "string"}}}},
              "training": {"type": "object"},
              "accuracy": {"description": "By day, where feedback is taken.", "type": "array", "items": {
                "type": "object", "properties": {"day": {"type": "string"}, "documents": {"type": "integer"},
                "right": {"type": "integer"}, "accuracy": {"type": "number"}}}}
            }
          },
          "Feedback": {
            "type": "object",
            "required": ["text", "label"],
            "properties": {
              "text": {"type": "string"},
              "label": {"description": "The right label.", "type": "string", "maxLength": 1024},
              "predicted": {"description": "The label that was given; without it the text is classified again.",
                "type": "string", "maxLength": 1024},
              "id": {"description": "Kept as it is.", "type": "string", "maxLength": 1024}
            }
          }
        """
}
