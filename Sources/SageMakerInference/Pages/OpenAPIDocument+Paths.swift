extension OpenAPIDocument {
    static let ping = """
        {
          "get": {
            "operationId": "ping",
            "summary": "Whether predictions can be made.",
            "responses": {
              "200": {"description": "They can be made; the body is empty."},
              \(serverErrors)
            }
          }
        }
        """

    static let executionParameters = """
        {
          "get": {
            "operationId": "executionParameters",
            "summary": "How a transform job is to send its file.",
            "responses": {
              "200": {
                "description": "The parameters.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ExecutionParameters"}}}
              },
              \(serverErrors)
            }
          }
        }
        """

    static let metrics = """
        {
          "get": {
            "operationId": "metrics",
            "summary": "Counters in the text format of Prometheus.",
            "responses": {
              "200": {
                "description": "The counters.",
                "content": {"text/plain": {"schema": {"type": "string"}}}
              },
              \(serverErrors)
            }
          }
        }
        """

    static func page(_ name: String, _ summary: String, type: String) -> String {
        """
        {
          "get": {
            "operationId": "\(name)",
            "summary": "\(summary)",
            "responses": {
              "200": {"description": "The page.", "content": {"\(type)": {}}},
              \(serverErrors)
            }
          }
        }
        """
    }

    static let invocations = """
        {"post": \(invocation("invoke", parameters: "", statuses: []))}
        """

    static let modelInvocations = """
        {"post": \(invocation("invokeModel", parameters: "{\"$ref\": \"#/components/parameters/Name\"}, ", statuses: [404]))}
        """

    private static func invocation(_ name: String, parameters: String, statuses: [Int]) -> String {
        """
        {
            "operationId": "\(name)",
            "summary": "Classifies one or more messages.",
            "description": "One answer for each record, in their order. The type of the answer follows Accept.",
            "parameters": [
              \(parameters){"$ref": "#/components/parameters/TopK"}, {"$ref": "#/components/parameters/K"},
              {"$ref": "#/components/parameters/Explain"}, {"$ref": "#/components/parameters/EnableExplanations"},
              {"$ref": "#/components/parameters/CustomAttributes"}
            ],
            "requestBody": {"$ref": "#/components/requestBodies/Records"},
            "responses": {
              "200": {"$ref": "#/components/responses/Predictions"},
              "204": {"description": "The mini-batch of a transform job held nothing."},
              \(serverErrors), \(errors(statuses + [406, 415, 500]))
            }
        }
        """
    }

    static let models = """
        {
          "get": {
            "operationId": "listModels",
            "summary": "The models that are loaded, a page at a time.",
            "parameters": [
              {
                "name": "limit", "in": "query", "description": "How many models a page holds at most.",
                "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 100}
              },
              {
                "name": "next_page_token", "in": "query", "description": "The token that the page before gave.",
                "schema": {"type": "string"}
              }
            ],
            "responses": {
              "200": {
                "description": "The models.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ModelList"}}}
              },
              \(serverErrors)
            }
          },
          "post": {
            "operationId": "loadModel",
            "summary": "Loads a model; answers when it is ready.",
            "requestBody": {
              "required": true,
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ModelToLoad"}}}
            },
            "responses": {
              "200": {"$ref": "#/components/responses/Done"},
              \(serverErrors), \(errors([404, 409, 507]))
            }
          }
        }
        """

    static let model = """
        {
          "parameters": [{"$ref": "#/components/parameters/Name"}],
          "get": {
            "operationId": "describeModel",
            "summary": "A loaded model.",
            "responses": {
              "200": {
                "description": "The model.",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/LoadedModel"}}}
              },
              \(serverErrors), \(errors([404]))
            }
          },
          "delete": {
            "operationId": "unloadModel",
            "summary": "Unloads a model; answers when its memory is given back.",
            "responses": {
              "200": {"$ref": "#/components/responses/Done"},
              \(serverErrors), \(errors([404]))
            }
          }
        }
        """
}
