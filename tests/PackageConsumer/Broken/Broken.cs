using CqrsGen;

namespace Broken;

// CQG3016: an interface without its attribute.
public sealed partial record Forgotten : ICommand;

[Command]
public sealed partial record Twice : ICommand;

// CQG3002: two handlers of one command.
public static class Handlers
{
    [Handler]
    public static void First(Twice command)
    {
    }

    [Handler]
    public static void Second(Twice command)
    {
    }
}
