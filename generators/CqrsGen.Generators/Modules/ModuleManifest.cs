using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Registration;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Modules;

/// <summary>
/// A module as text: what stands in its manifest attribute. Fields change only with a new version.
/// </summary>
internal static class ModuleManifest
{
    private const string Newer =
        "was built with a newer CqrsGen than this project. Update the CqrsGen package here.";

    private const string Older =
        "was built with an older CqrsGen than this project. Update the CqrsGen package there, and build it again.";

    private const string Damaged =
        "has a manifest that CqrsGen cannot read. Build it again, with the CqrsGen package of this project.";

    public static void Write(ManifestWriter writer, ModuleModel module)
    {
        // Many messages share a few results, and some of those implement thirty interfaces.
        var results = module.Messages.Select(static entry => entry.Message.ResultFacts).Distinct().ToEquatableArray();
        var places = new Dictionary<TypeFacts, int>();
        foreach (var facts in results)
        {
            places.Add(facts, places.Count);
        }

        writer
            .Number(module.BuiltIns)
            .Flag(module.Notices.IsObsolete).Texts(module.Notices.Ids)
            .Lines(results, Write)
            .Lines(module.Messages, (writer, entry) => Write(writer, entry, places[entry.Message.ResultFacts]))
            .Lines(module.EventHandlers, static (writer, handler) => writer
                .Text(handler.Event).Text(handler.Entry).Text(handler.Display)
                .Flag(handler.IsMethod).Flag(handler.IsScoped).Number(handler.Order).Texts(handler.Uses))
            .Lines(module.Middleware, Write)
            .Lines(module.Needs, static (writer, need) => writer
                .Text(need.Service).Text(need.Key)
                .Flag(need.IsEnumerable).Flag(need.IsOptional).Flag(need.IsPublic).Text(need.Consumer));
    }

    public static ModuleModel Read(string assembly, int version, string routes, string data)
    {
        var module = new ModuleModel { Assembly = assembly, RoutesClass = routes };
        if (version != ModuleModel.Version)
        {
            return module with { Problem = version > ModuleModel.Version ? Newer : Older };
        }

        try
        {
            var reader = new ManifestReader(data);
            module = module with
            {
                BuiltIns = reader.Number(),
                Notices = new(reader.Flag(), reader.Texts()),
            };
            var results = reader.List(ReadFacts);
            module = module with
            {
                Messages = reader.List(reader => ReadMessage(reader, results)),
                EventHandlers = reader.List(static reader => new ModuleEventHandler(
                    reader.Required(),
                    reader.Required(),
                    reader.Required(),
                    reader.Flag(),
                    reader.Flag(),
                    reader.Number(),
                    reader.Texts())),
                Middleware = reader.List(ReadMiddleware),
                Needs = reader.List(static reader => new NeededService(
                    reader.Required(), reader.Text(), reader.Flag(), reader.Flag(), reader.Flag(), reader.Required())),
            };
            reader.End();
            return module;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return new ModuleModel { Assembly = assembly, RoutesClass = routes, Problem = Damaged };
        }
    }

    private static void Write(ManifestWriter writer, ModuleMessage entry, int result)
    {
        var message = entry.Message;
        writer
            .Text(message.Type).Number((int)message.Kind).Text(message.Result).Text(message.ResultKey)
            .Text(message.WireName).Flag(message.IsPartial).Text(message.Namespace)
            .Number(message.TimeoutSeconds).Flag(message.Validate).Number(message.Delivery).Texts(message.Uses);
        Write(writer, message.Facts);
        writer
            .Number(result)
            .Text(entry.Member).Flag(entry.IsDeclared).Text(entry.Handler).Text(entry.HandlerDisplay)
            .Flag(entry.IsMethod).Flag(entry.IsScoped).Texts(entry.Middleware).Flag(entry.HasInternalMiddleware)
            .Flag(entry.Validates).Flag(entry.Normalizes);
    }

    private static ModuleMessage ReadMessage(ManifestReader reader, EquatableArray<TypeFacts> results)
    {
        string type = reader.Required();
        var kind = (MessageKind)reader.Number();
        string? result = reader.Text();
        string? resultKey = reader.Text();
        string wireName = reader.Required();
        bool isPartial = reader.Flag();
        string? name = reader.Text();
        double timeout = reader.Double();
        bool validate = reader.Flag();
        int delivery = reader.Number();
        var uses = reader.Texts();
        var facts = ReadFacts(reader);
        int place = reader.Number();
        if (place < 0 || place >= results.Count)
        {
            throw new FormatException("The manifest names a result that it does not have.");
        }

        var message = new MessageModel
        {
            Type = type,
            Kind = kind,
            Result = result,
            ResultKey = resultKey,
            WireName = wireName,
            IsPublic = true,
            IsPartial = isPartial,
            Namespace = name,
            TimeoutSeconds = timeout,
            Validate = validate,
            Delivery = delivery,
            Uses = uses,
            Facts = facts,
            ResultFacts = results[place],
        };
        return new ModuleMessage(
            message,
            reader.Required(),
            reader.Flag(),
            reader.Text(),
            reader.Required(),
            reader.Flag(),
            reader.Flag(),
            reader.Texts(),
            reader.Flag(),
            reader.Flag(),
            reader.Flag());
    }

    private static void Write(ManifestWriter writer, TypeFacts facts) => writer
        .Flag(facts.IsReferenceType).Flag(facts.IsUnmanaged).Flag(facts.HasDefaultConstructor).Number((int)facts.Work)
        .Texts(facts.Supertypes);

    private static TypeFacts ReadFacts(ManifestReader reader) =>
        new(reader.Flag(), reader.Flag(), reader.Flag(), (ResultWork)reader.Number(), reader.Texts());

    private static void Write(ManifestWriter writer, MiddlewareModel middleware) => writer
        .Text(middleware.Type).Number((int)middleware.Form).Number(middleware.Order).Number(middleware.Kinds)
        .Number(middleware.Scope).Flag(middleware.IsSingleton)
        .Text(middleware.MessagePattern).Text(middleware.ResultPattern)
        .List(middleware.TypeParameters, Write)
        .List(middleware.Dependencies, Write)
        .List(middleware.Hooks, static (writer, hook) => writer
            .Number((int)hook.Kind).Text(hook.Method).Flag(hook.IsStatic).Flag(hook.IsAsync).Number((int)hook.Answer)
            .Text(hook.State).Text(hook.AnswerResult)
            .List(hook.TypeParameters, Write)
            .List(hook.Parameters, static (writer, parameter) => writer
                .Number((int)parameter.Role).Text(parameter.TypePattern)));

    private static MiddlewareModel ReadMiddleware(ManifestReader reader) => new()
    {
        Type = reader.Required(),
        Form = (MiddlewareForm)reader.Number(),
        Order = reader.Number(),
        Kinds = reader.Number(),
        Scope = reader.Number(),
        IsSingleton = reader.Flag(),
        MessagePattern = reader.Text(),
        ResultPattern = reader.Text(),
        TypeParameters = reader.List(ReadTypeParameter),
        Dependencies = reader.List(ReadDependency),
        Hooks = reader.List(static reader => new HookModel
        {
            Kind = (HookKind)reader.Number(),
            Method = reader.Required(),
            IsStatic = reader.Flag(),
            IsAsync = reader.Flag(),
            Answer = (HookAnswer)reader.Number(),
            State = reader.Text(),
            AnswerResult = reader.Text(),
            TypeParameters = reader.List(ReadTypeParameter),
            Parameters = reader.List(static reader =>
                new HookParameterModel((HookParameterRole)reader.Number(), reader.Required())),
        }),
    };

    private static void Write(ManifestWriter writer, TypeParameterModel parameter) => writer
        .Text(parameter.Name).Flag(parameter.IsReferenceType).Flag(parameter.IsValueType)
        .Flag(parameter.IsUnmanaged).Flag(parameter.NeedsConstructor).Texts(parameter.Supertypes);

    private static TypeParameterModel ReadTypeParameter(ManifestReader reader) => new(
        reader.Required(), reader.Flag(), reader.Flag(), reader.Flag(), reader.Flag(), reader.Texts());

    private static void Write(ManifestWriter writer, DependencyModel dependency) => writer
        .Text(dependency.Parameter).Text(dependency.Type).Number((int)dependency.Kind).Text(dependency.Key)
        .Flag(dependency.IsOptional).Flag(dependency.IsSingleton).Flag(dependency.IsPublic);

    private static DependencyModel ReadDependency(ManifestReader reader) => new()
    {
        Parameter = reader.Required(),
        Type = reader.Required(),
        Kind = (DependencyKind)reader.Number(),
        Key = reader.Text(),
        IsOptional = reader.Flag(),
        IsSingleton = reader.Flag(),
        IsPublic = reader.Flag(),
    };
}
