using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace CqrsGen.Infrastructure;

/// <summary>Throws collected failures: one as it is, several as an <see cref="AggregateException"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static class Failures
{
    /// <summary>Throws what failed; does nothing when nothing did.</summary>
    /// <param name="exceptions">The failures; nulls are passed over.</param>
    public static void Throw(IEnumerable<Exception?> exceptions)
    {
        List<Exception>? failures = null;
        foreach (var exception in exceptions)
        {
            if (exception is not null)
            {
                Add(ref failures, exception);
            }
        }

        if (failures is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }

        if (failures is not null)
        {
            throw new AggregateException(failures);
        }
    }

    /// <summary>Adds a failure to a list that is made at the first one.</summary>
    /// <param name="failures">The list so far.</param>
    /// <param name="exception">The failure.</param>
    public static void Add(ref List<Exception>? failures, Exception exception) => (failures ??= []).Add(exception);
}
