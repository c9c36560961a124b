namespace CqrsGen.IntegrationTests.Middleware;

internal sealed class PlannedException(string step) : Exception(step);
