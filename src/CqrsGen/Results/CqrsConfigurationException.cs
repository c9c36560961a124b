namespace CqrsGen;

/// <summary>Options or registrations are wrong; all problems at once.</summary>
public sealed class CqrsConfigurationException(IReadOnlyList<string> problems)
    : CqrsException(string.Join(Environment.NewLine, problems));
