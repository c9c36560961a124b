using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CqrsGen.Generators.Tests.Validation;

/// <summary>Sources with their generated rules, loaded, next to the oracle: the framework's own validator.</summary>
internal sealed class ValidationProgram(GeneratorRun run) : IDisposable
{
    private readonly LoadedProgram _program = run.ShouldCompileWithoutWarnings().Load();

    public GeneratorRun Run => run;

    public static GeneratorRun Generate(string source) =>
        GeneratorRun.Of(ProjectOf(source), static () => new ValidationOnly());

    public static ValidationProgram Load(string source) => new(Generate(source));

    public static SourceProject ProjectOf(string source) => new("Shop", source) { Usings = Usings };

    private static string Usings { get; } =
        new SourceProject("").Usings + "\nglobal using System.ComponentModel.DataAnnotations;\n";

    /// <summary>What a static method of the sources returns.</summary>
    public object Make(string method, string type = "Shop.Make") => _program.Call(type, method)!;

    /// <summary>What the generated rules say, as <c>path: message</c>.</summary>
    public IReadOnlyList<string> Errors(object message) =>
        [.. Failures(message).Select(static failure => $"{failure.Member}: {failure.Message}")];

    public IReadOnlyList<ValidationFailure> Failures(object message)
    {
        object?[] arguments = [message, null];
        RulesOf(message, "Validate").Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return ((ValidationErrors?)arguments[1])?.Failures ?? [];
    }

    /// <summary>What the framework's validator says of the same object, which looks at properties alone.</summary>
    public static IReadOnlyList<string> Oracle(object message)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(message, new ValidationContext(message), results, validateAllProperties: true);
        return [.. results.SelectMany(static result => result.MemberNames.DefaultIfEmpty("")
            .Select(member => $"{member}: {result.ErrorMessage}"))];
    }

    /// <summary>The rules of a message as a call without reflection.</summary>
    public Action Validating(object message)
    {
        var validate = RulesOf(message, "Validate");
        return ((IValidatorOf)Activator.CreateInstance(
            typeof(ValidatorOf<>).MakeGenericType(message.GetType()), message, validate)!).Run;
    }

    public object Normalize(object message) =>
        RulesOf(message, "Normalize").Invoke(null, BindingFlags.DoNotWrapExceptions, null, [message], null)!;

    public void Dispose() => _program.Dispose();

    private interface IValidatorOf
    {
        void Run();
    }

    private sealed class ValidatorOf<T>(T message, MethodInfo method) : IValidatorOf
    {
        private readonly Validate _validate = method.CreateDelegate<Validate>();

        private delegate void Validate(T message, ref ValidationErrors? errors);

        public void Run()
        {
            ValidationErrors? errors = null;
            _validate(message, ref errors);
            errors.ShouldBeNull();
        }
    }

    private MethodInfo RulesOf(object message, string method)
    {
        string name = message.GetType().FullName!.Replace("_", "__").Replace('.', '_').Replace('+', '_');
        return _program.Type($"CqrsGen.Generated.Shop_Validation+{name}Rules")
            .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!;
    }
}
