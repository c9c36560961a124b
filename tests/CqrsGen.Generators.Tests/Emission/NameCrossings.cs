using System.Text;
using CqrsGen.Generators.Pipelines;

namespace CqrsGen.Generators.Tests.Emission;

/// <summary>
/// A project in which messages, handlers, middleware and validators are all named after what generated code adds to
/// names, each kind in a namespace of its own.
/// </summary>
internal static class NameCrossings
{
    /// <summary>What stands before or behind a name somewhere, and plain names to put it to.</summary>
    private static readonly string[] s_words =
    [
        "Order", "Audit",
        .. ReservedNames.Suffixes.Concat(ReservedNames.LevelSuffixes)
            .Select(static suffix => suffix.TrimStart('_')).Where(static word => word.Length > 0).Distinct(),
        "Handle", "Void", "Call", "State", "Decision", "Logging",
    ];

    private static readonly string[] s_behind = ["Order", "Audit", "Await", "Info", "Handlers", "Validators"];

    private static readonly string[] s_prefixes = ["Around", "NextOf", "Inside", "New", "ValidatorOf", "Order"];

    private static readonly string[] s_deliveries = ["Stop", "Collect", "Parallel"];

    public static SourceProject Project { get; } = new(
        "Crossings",
        "[assembly: BuiltInMiddleware(BuiltIn.All)]\n" + Messages(),
        Events(),
        Middleware(),
        Validators(),
        "public static class Program { public static void Run(IServiceCollection s) => s.AddCqrsGen(); }");

    /// <summary>Every word as it is, some behind every prefix: as a message with a handler, some scoped.</summary>
    private static string Messages()
    {
        var text = new StringBuilder("namespace Crossed.Messages\n{\n    public interface IMarked;\n");
        var names = Names().ToList();
        foreach (string name in names)
        {
            string marked = name is "Order" or "Audit" ? ", IMarked" : "";
            string partial = name.Length % 2 == 0 ? "partial " : "";
            text.AppendLine($"    [Command] public sealed {partial}record {name} : ICommand<int>{marked};");
        }

        text.AppendLine("}\nnamespace Crossed.Handling\n{\n    public interface IService;");
        foreach (string name in names)
        {
            string service = name.Length % 3 == 0 ? "" : "(IService service)";
            string use = name.Length % 3 == 0 ? "1" : "service is null ? 0 : 1";
            text.AppendLine(
                $"    public sealed class {name}{service} : ICommandHandler<Messages.{name}, int>\n    {{\n" +
                $"        public ValueTask<int> HandleAsync(Messages.{name} command, CancellationToken token) => " +
                $"new({use});\n    }}");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>One event to which classes and methods of every name listen, for each way of delivery.</summary>
    private static string Events()
    {
        var text = new StringBuilder("namespace Crossed.Events\n{\n");
        foreach (string delivery in s_deliveries)
        {
            text.AppendLine(
                $"    [Event(Delivery = EventDelivery.{delivery})] " +
                $"public sealed partial record Placed{delivery} : IEvent, Messages.IMarked;");
        }

        text.AppendLine("    [Query] public sealed partial record Listed : IStreamQuery<int>, Messages.IMarked;");
        text.AppendLine("    public static class Lists { [Handler] public static async IAsyncEnumerable<int> List(");
        text.AppendLine("        Listed query) { await Task.Yield(); yield return 1; } }\n}");
        foreach (string delivery in s_deliveries)
        {
            var names = delivery == s_deliveries[0] ? Names() : s_words;
            text.AppendLine($"namespace Crossed.On{delivery}\n{{");
            foreach (string name in names)
            {
                string first = name == "Void" ? "Await" : "Void";
                string second = name == "Leave" ? "Inner" : "Leave";
                text.AppendLine(
                    $"    internal static class {name}\n    {{\n" +
                    $"        [Handler] public static void {first}(Events.Placed{delivery} placed) {{ }}\n" +
                    $"        [Handler] public static void {second}(\n" +
                    $"            Events.Placed{delivery} placed, Handling.IService service) {{ }}\n    }}");
            }

            text.AppendLine("}");
            text.AppendLine($"namespace Crossed.Plainly{delivery}\n{{");
            foreach (string name in names)
            {
                text.AppendLine(
                    $"    internal sealed class {name} : IEventHandler<Events.Placed{delivery}>\n    {{\n" +
                    $"        public ValueTask HandleAsync(Events.Placed{delivery} placed, CancellationToken token) " +
                    "=> default;\n    }");
            }

            text.AppendLine("}");
        }

        return text.ToString();
    }

    /// <summary>Hooks and around, with and without a scope, each of every word.</summary>
    private static string Middleware()
    {
        var text = new StringBuilder();
        int order = 0;
        foreach (string scope in new[] { "Scoped", "Single" })
        {
            string service = scope == "Scoped" ? "(Handling.IService service)" : "";
            string state = scope == "Scoped" ? "service is null ? 0 : 1" : "1";
            text.AppendLine($"namespace Crossed.Hooks{scope}\n{{");
            foreach (string word in s_words)
            {
                text.AppendLine(
                    $$"""
                        [Middleware(Order = {{++order}})]
                        public sealed class {{word}}Middleware{{service}}
                        {
                            [return: State] public int Before<TMessage>(TMessage message, MessageInfo info)
                                where TMessage : Messages.IMarked => {{state}};
                            public void Finally([State] int state) { }
                        }
                    """);
            }

            text.AppendLine($"}}\nnamespace Crossed.Around{scope}\n{{");
            foreach (string word in s_words)
            {
                string use = scope == "Scoped" ? "service is null ? default : " : "";
                text.AppendLine(
                    $$"""
                        [Middleware(Order = {{++order}})]
                        public sealed class {{word}}Middleware<TMessage, TResult>{{service}}
                            : IMiddleware<TMessage, TResult>
                            where TMessage : Messages.IMarked
                        {
                            public ValueTask<TResult> InvokeAsync<TNext>(
                                TMessage message, TNext next, CancellationToken token)
                                where TNext : struct, INext<TMessage, TResult> =>
                                {{use}}next.InvokeAsync(message, token);
                        }
                    """);
            }

            text.AppendLine("}");
        }

        return text.ToString();
    }

    private static string Validators()
    {
        var text = new StringBuilder("namespace Crossed.Validators\n{\n");
        foreach (string word in s_words)
        {
            text.AppendLine(
                $$"""
                    internal sealed class {{word}} : IValidator<Messages.{{word}}>
                    {
                        public ValueTask ValidateAsync(
                            Messages.{{word}} message, ValidationErrors errors, CancellationToken token) => default;
                    }
                """);
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<string> Names() =>
        s_words.Concat(s_prefixes.SelectMany(static prefix => s_behind.Select(word => prefix + word))).Distinct();
}
