namespace AotApp;

/// <summary>Runs facts one by one and counts them.</summary>
internal sealed class Report
{
    private int _passed;
    private int _failed;

    public async Task FactAsync(string fact, Func<Task> check)
    {
        try
        {
            await check();
            _passed++;
            Console.WriteLine($"ok      {fact}");
        }
        catch (Exception exception)
        {
            _failed++;
            Console.WriteLine($"FAILED  {fact}\n{exception}");
        }
    }

    public static void Equal<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"Expected {expected}, but it was {actual}.");
        }
    }

    public static async Task<TException> ThrowsAsync<TException>(Func<Task> act)
        where TException : Exception
    {
        try
        {
            await act();
        }
        catch (TException exception)
        {
            return exception;
        }

        throw new InvalidOperationException($"Expected a {typeof(TException).Name}, but nothing was thrown.");
    }

    public int Finish()
    {
        Console.WriteLine($"{_passed} passed, {_failed} failed");
        return _failed == 0 ? 0 : 1;
    }
}
