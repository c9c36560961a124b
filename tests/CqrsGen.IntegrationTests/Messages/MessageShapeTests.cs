namespace CqrsGen.IntegrationTests.Messages;

/// <summary>Every kind of type that can be a message is routed.</summary>
public sealed partial class MessageShapeTests
{
    [Fact]
    public async Task AClassIsACommand()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new ClassCommand { Value = 3 })).ShouldBe(4);
    }

    [Fact]
    public async Task ARecordIsACommand()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new RecordCommand("x"))).ShouldBe("x!");
    }

    [Fact]
    public async Task AStructIsACommandInBothForms()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new StructCommand(2))).ShouldBe(4);
        (await provider.Bus().SendAsync<StructCommand, int>(new StructCommand(3))).ShouldBe(6);
    }

    [Fact]
    public async Task ARecordStructIsAQueryInBothForms()
    {
        await using var provider = App.Build();
        (await provider.Bus().QueryAsync(new RecordStructQuery(2))).ShouldBe("2");
        (await provider.Bus().QueryAsync<RecordStructQuery, string>(new RecordStructQuery(3))).ShouldBe("3");
    }

    [Fact]
    public async Task AVoidStructCommandRunsInEveryForm()
    {
        await using var provider = App.Build();
        var counter = new Counter();
        await provider.Bus().SendAsync(new VoidStructCommand(counter));
        await provider.Bus().SendAsync((ICommand)new VoidStructCommand(counter));
        await provider.Bus().SendAsync<VoidStructCommand, Unit>(new VoidStructCommand(counter));
        (await provider.Bus().SendAsync((ICommand<Unit>)new VoidStructCommand(counter))).ShouldBe(Unit.Value);
        counter.Value.ShouldBe(4);
    }

    [Fact]
    public async Task ANestedMessageOfAPartialClassIsRouted()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Outer.Middle.Nested(1))).ShouldBe(2);
    }

    [Fact]
    public async Task ANestedMessageOfAnInterfaceIsRouted()
    {
        await using var provider = App.Build();
        (await provider.Bus().QueryAsync(new IHolder.Held(7))).ShouldBe(7);
    }

    [Fact]
    public async Task ClosedFormsOfAGenericMessageHaveTheirOwnHandlers()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Import<int>(1))).ShouldBe("int 1");
        (await provider.Bus().SendAsync(new Import<string>("a"))).ShouldBe("string a");
        (await provider.Bus().SendAsync(new Import<List<int?>>([1, null]))).ShouldBe("list 2");
    }

    [Fact]
    public async Task ADerivedMessageWithAHandlerGoesToIt()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Animal("a"))).ShouldBe("animal a");
        (await provider.Bus().SendAsync(new Dog("d"))).ShouldBe("dog d");
        Animal dog = new Dog("e");
        (await provider.Bus().SendAsync(dog)).ShouldBe("dog e");
    }

    [Fact]
    public async Task ADerivedTypeWithoutAHandlerIsHandledAsItsBase()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new Cat("c"))).ShouldBe("animal c");
    }

    [Fact]
    public async Task AnAbstractMessageDispatchesToWhatItIs()
    {
        await using var provider = App.Build();
        Shape[] shapes = [new Circle(2), new Square(3)];
        foreach (var shape in shapes)
        {
            (await provider.Bus().QueryAsync(shape)).ShouldBe(shape is Circle ? "circle 2" : "square 3");
        }
    }

    [Fact]
    public async Task NullableAndTupleResultsKeepTheirShape()
    {
        await using var provider = App.Build();
        (await provider.Bus().QueryAsync(new FindNumber(1))).ShouldBe(1);
        (await provider.Bus().QueryAsync(new FindNumber(0))).ShouldBeNull();
        (await provider.Bus().QueryAsync(new FindText(0))).ShouldBeNull();
        var (count, name) = await provider.Bus().QueryAsync(new FindPair());
        count.ShouldBe(1);
        name.ShouldBe("one");
        (await provider.Bus().QueryAsync(new FindNested())).Value["a"].ShouldBeNull();
    }

    [Fact]
    public async Task RequiredMembersOfAMessageAreNoObstacle()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new WithRequired { Name = "r" })).ShouldBe("r");
    }

    [Fact]
    public async Task AMessageInSeveralPartsIsOneMessage()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new InParts { First = 1, Second = 2 })).ShouldBe(3);
    }

    [Fact]
    public async Task KeywordsAndUnicodeAreNamesLikeOthers()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new @class(1))).ShouldBe(2);
        (await provider.Bus().SendAsync(new Größe(2))).ShouldBe(4);
        (await provider.Bus().SendAsync(new größe(2))).ShouldBe(6);
        (await provider.Bus().QueryAsync(new @event.@record())).ShouldBe("nested");
    }

    [Fact]
    public async Task EqualNamesInTwoNamespacesAreTwoMessages()
    {
        await using var provider = App.Build();
        (await provider.Bus().SendAsync(new First.Same())).ShouldBe("first");
        (await provider.Bus().SendAsync(new Second.Same())).ShouldBe("second");
        (await provider.Bus().SendAsync(new global::InNoNamespace())).ShouldBe("none");
    }

    [Fact]
    public async Task NamesOfGeneratedMembersAreFreeForMessages()
    {
        await using var provider = App.Build();
        var bus = provider.Bus();
        (await bus.SendAsync(new Ordinal())).ShouldBe("Ordinal");
        (await bus.SendAsync(new Timeout())).ShouldBe("Timeout");
        (await bus.SendAsync(new Middleware())).ShouldBe("Middleware");
        (await bus.SendAsync(new Composition())).ShouldBe("Composition");
        (await bus.SendAsync(new ValueTask())).ShouldBe("ValueTask");
        (await bus.SendAsync(new UnitTask())).ShouldBe("UnitTask");
        (await bus.SendAsync(new Exception())).ShouldBe("Exception");
        (await bus.SendAsync(new Equals())).ShouldBe("Equals");
        (await bus.SendAsync(new Place())).ShouldBe("Place");
        (await bus.SendAsync(new Place_Handle())).ShouldBe("Place_Handle");
        (await bus.SendAsync(new Place_Handle_First())).ShouldBe("Place_Handle_First");
        (await bus.SendAsync(new CqrsGen_IntegrationTests_Routes())).ShouldBe("Routes");
    }
}
