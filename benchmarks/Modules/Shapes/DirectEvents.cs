using System.Runtime.CompilerServices;

namespace CqrsGen.Benchmarks.Shapes;

/// <summary>What a publication would be by hand: a method that calls the handlers one after the other.</summary>
public static class DirectEvents
{
    private static readonly OnlyHandler s_only = new();
    private static readonly OfFive1 s_five1 = new();
    private static readonly OfFive2 s_five2 = new();
    private static readonly OfFive3 s_five3 = new();
    private static readonly OfFive4 s_five4 = new();
    private static readonly OfFive5 s_five5 = new();
    private static readonly OfTwenty01 s_twenty01 = new();
    private static readonly OfTwenty02 s_twenty02 = new();
    private static readonly OfTwenty03 s_twenty03 = new();
    private static readonly OfTwenty04 s_twenty04 = new();
    private static readonly OfTwenty05 s_twenty05 = new();
    private static readonly OfTwenty06 s_twenty06 = new();
    private static readonly OfTwenty07 s_twenty07 = new();
    private static readonly OfTwenty08 s_twenty08 = new();
    private static readonly OfTwenty09 s_twenty09 = new();
    private static readonly OfTwenty10 s_twenty10 = new();
    private static readonly OfTwenty11 s_twenty11 = new();
    private static readonly OfTwenty12 s_twenty12 = new();
    private static readonly OfTwenty13 s_twenty13 = new();
    private static readonly OfTwenty14 s_twenty14 = new();
    private static readonly OfTwenty15 s_twenty15 = new();
    private static readonly OfTwenty16 s_twenty16 = new();
    private static readonly OfTwenty17 s_twenty17 = new();
    private static readonly OfTwenty18 s_twenty18 = new();
    private static readonly OfTwenty19 s_twenty19 = new();
    private static readonly OfTwenty20 s_twenty20 = new();

    public static ValueTask None() => default;

    public static ValueTask One(ToOne message) => s_only.HandleAsync(message, default);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async ValueTask FiveSlow(ValueTask pending) => await pending.ConfigureAwait(false);

    public static ValueTask Five(ToFive message)
    {
        ValueTask task;
        task = s_five1.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return FiveSlow(task);
        }

        task = s_five2.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return FiveSlow(task);
        }

        task = s_five3.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return FiveSlow(task);
        }

        task = s_five4.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return FiveSlow(task);
        }

        return s_five5.HandleAsync(message, default);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async ValueTask TwentySlow(ValueTask pending) => await pending.ConfigureAwait(false);

    public static ValueTask Twenty(ToTwenty message)
    {
        ValueTask task;
        task = s_twenty01.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty02.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty03.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty04.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty05.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty06.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty07.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty08.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty09.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty10.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty11.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty12.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty13.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty14.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty15.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty16.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty17.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty18.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        task = s_twenty19.HandleAsync(message, default);
        if (!task.IsCompletedSuccessfully)
        {
            return TwentySlow(task);
        }

        return s_twenty20.HandleAsync(message, default);
    }
}
