using System.Globalization;
using System.Text;

namespace CqrsGen;

/// <summary>Options, configuration or registrations are wrong. It lists every problem at once.</summary>
public sealed class CqrsConfigurationException : CqrsException
{
    /// <summary>Makes an exception of problems.</summary>
    /// <param name="problems">The problems; each says what is wrong and what to do.</param>
    public CqrsConfigurationException(IReadOnlyList<string> problems)
        : base(
            Error.Unexpected("configuration", "The application is not configured correctly.") with
            {
                Severity = ErrorSeverity.Critical,
            },
            Describe(problems)) => Problems = problems;

    /// <summary>The problems; each says what is wrong and what to do.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Describe(IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 1)
        {
            return problems[0];
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"CqrsGen found {problems.Count} problems:");
        for (int index = 0; index < problems.Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{index + 1}. {problems[index]}");
        }

        return text.ToString();
    }
}
