// Pipelines hold what these tests put there and nothing else.
[assembly: CqrsGen.BuiltInMiddleware(CqrsGen.BuiltIn.None)]
