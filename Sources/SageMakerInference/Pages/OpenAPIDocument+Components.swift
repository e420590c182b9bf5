extension OpenAPIDocument {
    static let components = """
        {
        "parameters": {
        \(parameters)
        },
        "requestBodies": {
        \(requestBodies)
        },
        "responses": {
        \(answers),
        \(errorResponses)
        },
        "schemas": {
        \(schemas)
        }
        }
        """

    private static let parameters = """
          "Name": {
            "name": "name", "in": "path", "required": true, "description": "The name under which the model is loaded.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 1024}
          },
          "TopK": {
            "name": "top_k", "in": "query", "description": "How many labels to list, the most probable first.",
            "schema": {"type": "integer", "minimum": 1}
          },
          "K": {
            "name": "k", "in": "query", "description": "Another name of top_k.",
            "schema": {"type": "integer", "minimum": 1}
          },
          "Explain": {
            "name": "explain", "in": "query",
            "description": "Whether each answer is explained, or by how many terms for and against its label.",
            "schema": {"anyOf": [{"type": "boolean"}, {"type": "integer", "minimum": 1, "maximum": 100}]}
          },
          "EnableExplanations": {
            "name": "X-Amzn-SageMaker-Enable-Explanations", "in": "header",
            "description": "As explain, which goes before it.",
            "schema": {"type": "string", "enum": ["true", "`true`", "false", "`false`"]}
          },
          "CustomAttributes": {
            "name": "X-Amzn-SageMaker-Custom-Attributes", "in": "header",
            "description": "Comes back on the answer when it is printable ASCII.",
            "schema": {"type": "string", "maxLength": 1024}
          }
        """

    private static let requestBodies = """
          "Records": {
            "required": true,
            "content": {
              "application/json": {
                "schema": {"$ref": "#/components/schemas/Records"},
                "examples": {
                  "instances": {"value": {"instances": ["Quero trocar o tênis", {"text": "Cadê meu pedido?"}]}},
                  "array": {"value": [
                    {"message": "Me arrependi e quero cancelar", "problem": "Trocar, cancelar ou devolver"}
                  ]},
                  "inputs": {"value": {"inputs": "Meu cupom não funciona", "parameters": {"top_k": 3}}},
                  "blazingText": {"value": {"instances": ["Esqueci a senha"], "configuration": {"k": 2}}}
                }
              },
              "application/jsonlines": {
                "schema": {"type": "string"},
                "example": "{\\"text\\": \\"Quero trocar o tênis\\"}\\n{\\"source\\": \\"Cadê meu pedido?\\", \\"k\\": 2}\\n"
              },
              "text/csv": {
                "schema": {"type": "string"},
                "example": "text\\nQuero trocar o tênis\\n\\"Olá, cadê meu pedido?\\"\\n"
              },
              "text/plain": {
                "schema": {"type": "string"},
                "example": "Quero trocar o tênis\\nCadê meu pedido?\\n"
              }
            }
          }
        """

    private static let answers = """
          "Predictions": {
            "description": "One answer for each record, in their order.",
            "headers": {
              "X-Amzn-SageMaker-Custom-Attributes": {
                "description": "As in the request.", "schema": {"type": "string"}
              }
            },
            "content": {
              "application/json": {"schema": {"$ref": "#/components/schemas/Predictions"}},
              "application/jsonlines": {"schema": {"type": "string"}},
              "text/csv": {"schema": {"type": "string"}},
              "text/plain": {"schema": {"type": "string"}}
            }
          },
          "Done": {
            "description": "Done.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Status"}}}
          }
        """

    private static let errorMeanings = [
        (400, "The request cannot be understood; the message says where."),
        (404, "There is no such model."),
        (405, "The path does not answer this method; Allow names those that it does."),
        (406, "No type of Accept can be given."),
        (408, "The request came too slowly."),
        (409, "A model of this name is loaded already."),
        (413, "The body is larger, or holds more records, than is allowed."),
        (414, "The path and query are too long."),
        (415, "The type or charset of the body is not supported."),
        (417, "The expectation is not supported."),
        (431, "The header fields are too large."),
        (500, "A fault of the server."),
        (501, "The method is not known."),
        (503, "The model is not loaded, or too many requests wait; Retry-After may say when to come again."),
        (505, "The version of HTTP is not supported."),
        (507, "There is no room: for the model in memory, or for feedback on the disk."),
    ]

    private static let errorResponses =
        errorMeanings.map { status, meaning in
            """
              "Error\(status)": {
                "description": "\(meaning)",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/Error"}},
                  "text/plain": {"schema": {"type": "string"}}
                }
              }
            """
        }
        .joined(separator: ",\n")
}
