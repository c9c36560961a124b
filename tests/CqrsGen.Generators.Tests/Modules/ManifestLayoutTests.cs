using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Modules;
using CqrsGen.Generators.Registration;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Tests.Modules;

/// <summary>Assemblies of two versions of CqrsGen meet, so a version of the manifest means one layout.</summary>
public sealed class ManifestLayoutTests
{
    /// <summary>
    /// What <see cref="Sample"/> gives in this version, then the members of the enumerations that stand in it as
    /// numbers; a backslash joins lines. Never change it alone: another layout is another
    /// <see cref="ModuleModel.Version"/>.
    /// </summary>
    private const int PinnedVersion = 2;

    private const string PinnedLayout =
        """
        31|1|1|EXP|1|
        1|0|1|0|1|global::R.I|
        1|
        global::M.A|1|global::R|global::R|a|1|M|2.5|1|2|1|global::U|1|0|0|2|1|global::M.I|\
        0|A|1|A_Handle|M.AH|0|1|1|global::W|0|1|0|
        1|
        global::M.E|E_H|M.EH|0|1|7|1|global::V|
        1|
        global::W|0|100|15|1|1|T0|~|1|T|1|0|0|1|1|global::C|1|log|global::L|0|~|1|0|1|\
        1|0|Before|0|1|1|long|~|0|1|4|global::P|
        1|
        global::S|3|0|1|1|M.AH|
        MessageKind None Command Query StreamQuery Event
        MiddlewareForm Hooks Around StreamAround Validation
        HookKind Before After Failed Finally
        HookParameterRole Message Result Exception State Info Context Token
        HookAnswer Nothing State Decision DecisionWithState Recovery
        DependencyKind Service Enumerable Dispatcher Composition Provider Default
        ResultWork Done Unknown Later
        """;

    private static readonly string[] s_enumerations =
    [
        Describe<Rules.MessageKind>(), Describe<MiddlewareForm>(), Describe<HookKind>(), Describe<HookParameterRole>(),
        Describe<HookAnswer>(), Describe<DependencyKind>(), Describe<ResultWork>(),
    ];

    private static ModuleModel Sample { get; } = new()
    {
        Assembly = "M",
        RoutesClass = "global::CqrsGen.Generated.M_Routes",
        BuiltIns = 31,
        Notices = new(true, Texts("EXP")),
        Messages = List(new ModuleMessage(
            new MessageModel
            {
                Type = "global::M.A",
                Kind = Rules.MessageKind.Command,
                Result = "global::R",
                ResultKey = "global::R",
                WireName = "a",
                IsPublic = true,
                IsPartial = true,
                Namespace = "M",
                TimeoutSeconds = 2.5,
                Validate = true,
                Delivery = 2,
                Uses = Texts("global::U"),
                Facts = new(true, false, false, ResultWork.Later, Texts("global::M.I")),
                ResultFacts = new(true, false, true, ResultWork.Done, Texts("global::R.I")),
            },
            Member: "A",
            IsDeclared: true,
            Handler: "A_Handle",
            HandlerDisplay: "M.AH",
            IsMethod: false,
            IsScoped: true,
            Middleware: Texts("global::W"),
            HasInternalMiddleware: false,
            Validates: true,
            Normalizes: false)),
        EventHandlers = List(new ModuleEventHandler(
            "global::M.E", "E_H", "M.EH", IsMethod: false, IsScoped: true, Order: 7, Uses: Texts("global::V"))),
        Middleware = List(new MiddlewareModel
        {
            Type = "global::W",
            Form = MiddlewareForm.Hooks,
            Order = 100,
            Kinds = 15,
            Scope = 1,
            IsSingleton = true,
            MessagePattern = "T0",
            TypeParameters = List(new TypeParameterModel("T", true, false, false, true, Texts("global::C"))),
            Dependencies = List(new DependencyModel
            {
                Parameter = "log",
                Type = "global::L",
                Kind = DependencyKind.Service,
                IsOptional = true,
            }),
            Hooks = List(new HookModel
            {
                Kind = HookKind.Before,
                Method = "Before",
                IsAsync = true,
                Answer = HookAnswer.State,
                State = "long",
                Parameters = List(new HookParameterModel(HookParameterRole.Info, "global::P")),
            }),
        }),
        Needs = List(new NeededService(
            "global::S", "3", IsEnumerable: false, IsOptional: true, IsPublic: true, Consumer: "M.AH")),
    };

    [Fact]
    public void AnotherLayoutIsAnotherVersion() =>
        (ModuleModel.Version, Write() + string.Join('\n', s_enumerations)).ShouldBe(
            (PinnedVersion, PinnedLayout.ReplaceLineEndings("\n").Replace("\\\n", "", StringComparison.Ordinal)),
            "The manifest's layout has changed: raise ModuleModel.Version, then pin both here.");

    [Fact]
    public void WhatIsWrittenIsRead() =>
        ModuleManifest.Read(Sample.Assembly, ModuleModel.Version, Sample.RoutesClass, Write()).ShouldBe(Sample);

    private static string Write()
    {
        var file = new SourceWriter();
        ModuleManifest.Write(new ManifestWriter(file), Sample);
        return file.ToSourceText().ToString();
    }

    private static string Describe<T>()
        where T : struct, Enum => $"{typeof(T).Name} {string.Join(' ', Enum.GetNames<T>())}";

    private static EquatableArray<T> List<T>(params T[] items)
        where T : IEquatable<T> => new(items);

    private static EquatableArray<string> Texts(params string[] items) => new(items);
}
