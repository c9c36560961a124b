namespace CqrsGen.Generators.Registration;

/// <summary>A module's route that the host leads elsewhere.</summary>
/// <param name="Message">The message's type.</param>
/// <param name="Task">What the route returns.</param>
/// <param name="Member">The module's method.</param>
/// <param name="Call">Where it leads: the call without arguments.</param>
internal sealed record RouteOverride(string Message, string Task, string Member, string Call);
