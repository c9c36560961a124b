namespace CqrsGen;

/// <summary>How dispatches end, as logs and telemetry name it.</summary>
internal static class Outcomes
{
    public const string Ok = "ok";

    public static string Of(Error error) => ErrorCategories.NameOf(error.Category);
}
