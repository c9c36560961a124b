#pragma warning disable CS8981, CA1708, SA1300, IDE1006 // Odd names are what is tested.

[CqrsGen.Command(Name = "InNoNamespace")]
internal sealed partial record InNoNamespace : CqrsGen.ICommand<string>;

internal static class InNoNamespaceHandlers
{
    [CqrsGen.Handler]
    public static string Handle(InNoNamespace command) => "none";
}

namespace CqrsGen.IntegrationTests.Messages
{
    internal sealed class Counter
    {
        public int Value { get; set; }
    }

    [Command]
    internal sealed partial class ClassCommand : ICommand<int>
    {
        public int Value { get; init; }
    }

    [Command]
    internal sealed partial record RecordCommand(string Text) : ICommand<string>;

    [Command]
    internal readonly partial struct StructCommand(int value) : ICommand<int>
    {
        public int Value { get; } = value;
    }

    [Query]
    internal readonly partial record struct RecordStructQuery(int Value) : IQuery<string>;

    [Command]
    internal readonly partial record struct VoidStructCommand(Counter Counter) : ICommand;

    internal static partial class Outer
    {
        internal partial struct Middle
        {
            [Command]
            internal sealed partial record Nested(int Value) : ICommand<int>;
        }
    }

    internal partial interface IHolder
    {
        [Query]
        internal sealed partial record Held(int Value) : IQuery<int>;
    }

    [Command]
    internal sealed partial record Import<T>(T Value) : ICommand<string>;

    [Command]
    internal partial record Animal(string Name) : ICommand<string>;

    [Command]
    internal sealed partial record Dog(string Name) : Animal(Name);

    internal sealed record Cat(string Name) : Animal(Name);

    [Query]
    internal abstract partial record Shape : IQuery<string>;

    [Query]
    internal sealed partial record Circle(int Radius) : Shape;

    [Query]
    internal sealed partial record Square(int Side) : Shape;

    [Query]
    internal sealed partial record FindNumber(int Value) : IQuery<int?>;

    [Query]
    internal sealed partial record FindText(int Value) : IQuery<string?>;

    [Query]
    internal sealed partial record FindPair : IQuery<(int Count, string? Name)>;

    [Query]
    internal sealed partial record FindNested : IQuery<KeyValuePair<int, Dictionary<string, int[]?>>>;

    [Command]
    internal sealed partial record WithRequired : ICommand<string>
    {
        public required string Name { get; init; }
    }

    [Command]
    internal sealed partial class InParts
    {
        public int First { get; init; }
    }

    internal sealed partial class InParts : ICommand<int>
    {
        public int Second { get; init; }
    }

    [Command]
    internal sealed partial record @class(int @params) : ICommand<int>;

    [Command]
    internal sealed partial record Größe(int Value) : ICommand<int>;

    [Command(Name = "kleine-größe")] // Names of the wire may not differ in case only.
    internal sealed partial record größe(int Value) : ICommand<int>;

    internal static partial class @event
    {
        [Query]
        internal sealed partial record @record : IQuery<string>;
    }

    [Command]
    internal sealed partial record Ordinal : ICommand<string>;

    [Command(TimeoutSeconds = 0)]
    internal sealed partial record Timeout : ICommand<string>;

    [Command]
    internal sealed partial record Middleware : ICommand<string>;

    [Command]
    internal sealed partial record Composition : ICommand<string>;

    [Command]
    internal sealed partial record ValueTask : ICommand<string>;

    [Command]
    internal sealed partial record UnitTask : ICommand<string>;

    [Command]
    internal sealed partial record Exception : ICommand<string>;

    [Command]
    internal sealed partial class Equals : ICommand<string>;

    [Command]
    internal sealed partial record Place : ICommand<string>;

    [Command]
    internal sealed partial record Place_Handle : ICommand<string>;

    [Command]
    internal sealed partial record Place_Handle_First : ICommand<string>;

    [Command]
    internal sealed partial record CqrsGen_IntegrationTests_Routes : ICommand<string>;

    internal static class ShapeHandlers
    {
        [Handler]
        public static int Handle(ClassCommand command) => command.Value + 1;

        [Handler]
        public static string Handle(RecordCommand command) => command.Text + "!";

        [Handler]
        public static int Handle(StructCommand command) => command.Value * 2;

        [Handler]
        public static string Handle(RecordStructQuery query) =>
            query.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

        [Handler]
        public static void Handle(VoidStructCommand command) => command.Counter.Value++;

        [Handler]
        public static int Handle(Outer.Middle.Nested command) => command.Value + 1;

        [Handler]
        public static int Handle(IHolder.Held query) => query.Value;

        [Handler]
        public static string Handle(Animal command) => "animal " + command.Name;

        [Handler]
        public static string Handle(Dog command) => "dog " + command.Name;

        [Handler]
        public static string Handle(Circle query) => $"circle {query.Radius}";

        [Handler]
        public static string Handle(Square query) => $"square {query.Side}";

        [Handler]
        public static int? Handle(FindNumber query) => query.Value == 0 ? null : query.Value;

        [Handler]
        public static Task<string?> Handle(FindText query) => Task.FromResult<string?>(null);

        [Handler]
        public static (int Count, string? Name) Handle(FindPair query) => (1, "one");

        [Handler]
        public static KeyValuePair<int, Dictionary<string, int[]?>> Handle(FindNested query) =>
            new(1, new() { ["a"] = null });

        [Handler]
        public static string Handle(WithRequired command) => command.Name;

        [Handler]
        public static int Handle(InParts command) => command.First + command.Second;

        [Handler]
        public static int @do(@class @this) => @this.@params + 1;

        [Handler]
        public static int Handle(Größe command) => command.Value * 2;

        [Handler]
        public static int Handle(größe command) => command.Value * 3;

        [Handler]
        public static string Handle(@event.@record query) => "nested";

        [Handler]
        public static string Handle(First.Same command) => "first";

        [Handler]
        public static string Handle(Second.Same command) => "second";

        [Handler]
        public static string Handle(Ordinal command) => "Ordinal";

        [Handler]
        public static string Handle(Timeout command) => "Timeout";

        [Handler]
        public static string Handle(Middleware command) => "Middleware";

        [Handler]
        public static string Handle(Composition command) => "Composition";

        [Handler]
        public static string Handle(ValueTask command) => "ValueTask";

        [Handler]
        public static string Handle(UnitTask command) => "UnitTask";

        [Handler]
        public static string Handle(Exception command) => "Exception";

        [Handler]
        public static string Handle(Equals command) => "Equals";

        [Handler]
        public static string Handle(CqrsGen_IntegrationTests_Routes command) => "Routes";
    }

    internal sealed class PlaceHandler : ICommandHandler<Place, string>,
        ICommandHandler<Place_Handle, string>, ICommandHandler<Place_Handle_First, string>
    {
        public System.Threading.Tasks.ValueTask<string> HandleAsync(
            Place command, CancellationToken cancellationToken) => new("Place");

        public System.Threading.Tasks.ValueTask<string> HandleAsync(
            Place_Handle command, CancellationToken cancellationToken) => new("Place_Handle");

        public System.Threading.Tasks.ValueTask<string> HandleAsync(
            Place_Handle_First command, CancellationToken cancellationToken) => new("Place_Handle_First");
    }

    internal sealed class ImportHandler : ICommandHandler<Import<int>, string>, ICommandHandler<Import<string>, string>
    {
        public System.Threading.Tasks.ValueTask<string> HandleAsync(
            Import<int> command, CancellationToken cancellationToken) => new($"int {command.Value}");

        public System.Threading.Tasks.ValueTask<string> HandleAsync(
            Import<string> command, CancellationToken cancellationToken) => new($"string {command.Value}");

        [Handler]
        public static string Handle(Import<List<int?>> command) => $"list {command.Value.Count}";
    }
}

namespace CqrsGen.IntegrationTests.Messages.First
{
    [Command(Name = "First.Same")]
    internal sealed partial record Same : ICommand<string>;
}

namespace CqrsGen.IntegrationTests.Messages.Second
{
    [Command(Name = "Second.Same")]
    internal sealed partial record Same : ICommand<string>;
}
