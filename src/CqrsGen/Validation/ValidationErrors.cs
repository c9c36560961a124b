using System.Diagnostics;
using System.Globalization;

namespace CqrsGen;

/// <summary>Collects what is wrong with a message. Not safe for concurrent use.</summary>
[DebuggerDisplay("Count = {Count}")]
public sealed class ValidationErrors
{
    private readonly List<ValidationFailure> _failures = [];

    /// <summary>How many failures there are.</summary>
    public int Count => _failures.Count;

    /// <summary>The failures, in the order in which they were found.</summary>
    public IReadOnlyList<ValidationFailure> Failures => _failures;

    /// <summary>Adds a failure of the whole message.</summary>
    /// <param name="code">A stable code for programs.</param>
    /// <param name="message">What is wrong, for people. It may reach clients.</param>
    public void Add(string code, string message) => Add("", code, message);

    /// <summary>Adds a failure of a member.</summary>
    /// <param name="member">The path of the member, such as <c>Lines[2].Sku</c>; empty for the whole message.</param>
    /// <param name="code">A stable code for programs.</param>
    /// <param name="message">What is wrong, for people. It may reach clients.</param>
    public void Add(string member, string code, string message)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(message);
        _failures.Add(new ValidationFailure(member, code, message));
    }

    /// <summary>Puts a member in front of the paths of the failures that were added since.</summary>
    internal void Nest(int since, string member)
    {
        for (int index = since; index < _failures.Count; index++)
        {
            var failure = _failures[index];
            string path = failure.Member.Length == 0 ? member
                : failure.Member[0] == '[' ? member + failure.Member
                : $"{member}.{failure.Member}";
            _failures[index] = failure with { Member = path };
        }
    }

    /// <summary>Puts an item of a collection in front of the paths of the failures that were added since.</summary>
    internal void Nest(int since, string member, int index)
    {
        if (since < _failures.Count)
        {
            Nest(since, string.Create(CultureInfo.InvariantCulture, $"{member}[{index}]"));
        }
    }
}
