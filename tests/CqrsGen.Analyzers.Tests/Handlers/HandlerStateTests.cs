using CqrsGen.Analyzers.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class HandlerStateTests : RuleTests<HandlerStateAnalyzer>
{
    [Fact]
    public Task AFieldThatIsChanged_Reports() => CheckMessage(
        "A handler keeps nothing between messages: '_count' of 'DoHandler' is changed in 'HandleAsync'. Pass the " +
        "value on as an argument, or keep it in a service.",
        InHandler.Members(
            """
            private int [|_count|];
                public ValueTask HandleAsync(Do command, CancellationToken token) { _count++; return Help(); }
                private ValueTask Help() { _count = 2; return default; }
            """));

    [Theory]
    [InlineData("private int [|_x|];", "_x = 1;")]
    [InlineData("private int [|_x|];", "_x += 1;")]
    [InlineData("private int [|_x|];", "--_x;")]
    [InlineData("private int [|_x|];", "Action later = () => _x = 1; later();")]
    [InlineData("private int [|_x|];", "if (_x > 3) _x = 0;")]
    [InlineData("private int [|X|] { get; set; }", "X = 1;")]
    [InlineData("private readonly List<int> [|_x|] = [];", "_x.Add(1);")]
    [InlineData("private readonly Dictionary<int, int> [|_x|] = new();", "_x[1] = 1;")]
    [InlineData("private readonly HashSet<int> [|_x|] = [];", "if (_x.Remove(1)) _x.Clear();")]
    public Task StateThatIsKept_Reports(string member, string statement) => Check(InHandler.Members(
        $$"""
        {{member}}
            public ValueTask HandleAsync(Do command, CancellationToken token) { {{statement}} return default; }
        """));

    [Fact]
    public Task AParameterOfThePrimaryConstructor_Reports() => Check(
        """
        [Event] public sealed partial record Placed : IEvent;
        public sealed class Listener(int [|count|]) : IEventHandler<Placed>
        {
            public ValueTask HandleAsync(Placed @event, CancellationToken token) { count++; return default; }
        }
        """);

    [Fact]
    public Task MiddlewareAndMarkedMethods_Report() => Check(
        """
        [Middleware(Order = 1)]
        public sealed class Timing
        {
            private long [|_started|];
            public void Before<TMessage>(TMessage message) => _started = 1;
        }
        [Event] public sealed partial record Placed : IEvent;
        public sealed class Listeners
        {
            private int [|_count|];
            [Handler] public void On(Placed @event) => _count++;
        }
        """);

    [Theory]
    [InlineData("private readonly object _gate = new(); private int _x;", "lock (_gate) { _x++; }")]
    [InlineData("private int _x;", "Interlocked.Increment(ref _x);")]
    [InlineData("private string? _x;", "_x ??= \"\";")]
    [InlineData("private string? _x;", "if (_x is null) { _x = \"\"; }")]
    [InlineData("private string? _x;", "if (_x == null) _x = \"\";")]
    [InlineData("private readonly System.Collections.Concurrent.ConcurrentBag<int> _x = [];", "_x.Add(1);")]
    [InlineData("private static int s_x;", "s_x++;")]
    [InlineData("private readonly List<int> _x = [];", "Console.WriteLine(_x.Count);")]
    [InlineData("private sealed class Item { public int X; }", "var item = new Item(); item.X = 1; item.X++;")]
    [InlineData("", "int x = 1; x++; token = default;")]
    public Task WhatIsNoState_IsSilent(string members, string statement) => Check(InHandler.Members(
        $$"""
        {{members}}
            public ValueTask HandleAsync(Do command, CancellationToken token) { {{statement}} return default; }
        """));

    [Fact]
    public Task ConstructorsDisposeAndOtherClasses_AreSilent() => Check(
        """
        [Event] public sealed partial record Placed : IEvent;
        public sealed class Listener : IEventHandler<Placed>, IDisposable
        {
            private readonly List<int> _given;
            private int _size;
            public Listener(List<int> given) { _given = given; _size = 1; }
            public int Size { get => _size; init => _size = value; }
            public ValueTask HandleAsync(Placed @event, CancellationToken token) { _given.Add(1); return default; }
            public void Dispose() => _size = 0;
        }
        [NotDiscovered]
        public sealed class Fake : IEventHandler<Placed>
        {
            public int Calls { get; private set; }
            public ValueTask HandleAsync(Placed @event, CancellationToken token) { Calls++; return default; }
        }
        public sealed class Other { private int _x; public void Add() => _x++; }
        """);

    [Fact]
    public Task WhatIsMarkedAsMemo_IsSilent() => Check(
        """
        [Command] public sealed partial record Do : ICommand;
        public sealed class DoHandler : ICommandHandler<Do>
        {
            [MemoField] private string? _name;
            public ValueTask HandleAsync(Do command, CancellationToken cancellationToken)
            {
                _name = command.ToString();
                return default;
            }
        }
        """);

    [Fact]
    public Task WhatQueriesChange_IsLeftToTheirRule() => Check(
        """
        [Command] public sealed partial record Do : ICommand;
        [Query] public sealed partial record Get : IQuery<int>;
        public sealed class GetHandler : IQueryHandler<Get, int>
        {
            private int _asked;
            public ValueTask<int> HandleAsync(Get query, CancellationToken cancellationToken) => new(Next());
            private int Next() => ++_asked;
        }
        public sealed class Both
        {
            private int _asked;
            private int [|_done|];
            [Handler] public int Get(Get query) => ++_asked;
            [Handler] public void Do(Do command) => _done++;
        }
        [Middleware(Kinds = MessageKinds.Queries)]
        public sealed class Counting
        {
            private int _count;
            public void Before<TMessage>(TMessage message) => _count++;
        }
        """);
}
