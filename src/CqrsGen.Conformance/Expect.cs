using System.Runtime.CompilerServices;

namespace CqrsGen.Conformance;

/// <summary>Assertions that know no test framework.</summary>
internal static class Expect
{
    public static void True(bool holds, [CallerArgumentExpression(nameof(holds))] string? what = null)
    {
        if (!holds)
        {
            throw new ConformanceException($"Expected: {what}.");
        }
    }

    public static void Equal<T>(T actual, T expected, [CallerArgumentExpression(nameof(actual))] string? what = null)
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
        {
            throw new ConformanceException($"{what} is {Show(actual)}, expected {Show(expected)}.");
        }
    }

    public static void Sequence<T>(
        IEnumerable<T> actual, IEnumerable<T> expected, [CallerArgumentExpression(nameof(actual))] string? what = null)
    {
        string found = string.Join(", ", actual);
        string wanted = string.Join(", ", expected);
        if (found != wanted)
        {
            throw new ConformanceException($"{what} is [{found}], expected [{wanted}].");
        }
    }

    public static async Task<TException> ThrowsAsync<TException>(Func<Task> act)
        where TException : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TException exception)
        {
            return exception;
        }

        throw new ConformanceException($"Expected a {typeof(TException).Name}; nothing was thrown.");
    }

    private static string Show<T>(T value) => value?.ToString() ?? "null";
}
