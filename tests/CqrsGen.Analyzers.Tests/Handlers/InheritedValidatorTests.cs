using CqrsGen.Analyzers.Handlers;
using CqrsGen.CodeFixes.Handlers;

namespace CqrsGen.Analyzers.Tests.Handlers;

public sealed class InheritedValidatorTests : RuleTests<InheritedValidatorAnalyzer, InheritedValidatorFixer>
{
    private const string Base =
        """
        [Command] public sealed partial record Do : ICommand;
        public abstract class Validator<T> : IValidator<T>
        {
            public ValueTask ValidateAsync(T message, ValidationErrors errors, CancellationToken token) => default;
        }
        public interface IDoValidator : IValidator<Do>;
        """;

    [Fact]
    public Task AValidatorThroughABaseClass_Reports() => CheckMessage(
        "A validator names its interface: 'DoValidator' has IValidator<Do> only through 'Validator', so it is not " +
        "found. Add IValidator<Do> to its own base list.",
        Base,
        "public sealed class [|DoValidator|] : Validator<Do>;");

    [Fact]
    public Task AValidatorThroughAnInterfaceOfTheUser_Reports() => Check(
        Base,
        """
        public sealed class [|DoValidator|] : IDoValidator
        {
            public ValueTask ValidateAsync(Do message, ValidationErrors errors, CancellationToken token) => default;
        }
        """);

    [Fact]
    public Task AValidatorThatIsFoundOrABase_IsSilent() => Check(
        Base,
        """
        public sealed class DoValidator : Validator<Do>, IValidator<Do>;
        [NotDiscovered] public sealed class Fake : Validator<Do>;
        public abstract class StillAbstract : Validator<Do>;
        public class StillGeneric<T> : Validator<T>;
        public sealed class Other : List<int>;
        """);

    [Fact]
    public Task TheFixAddsTheInterface() => CheckFix(
        """
        [Command] public sealed partial record Do(string? Name) : ICommand;
        public abstract class Validator<T> : IValidator<T>
        {
            public ValueTask ValidateAsync(T message, ValidationErrors errors, CancellationToken token) => default;
        }

        public sealed class [|DoValidator|] : Validator<Do>;
        """,
        """
        [Command] public sealed partial record Do(string? Name) : ICommand;
        public abstract class Validator<T> : IValidator<T>
        {
            public ValueTask ValidateAsync(T message, ValidationErrors errors, CancellationToken token) => default;
        }

        public sealed class DoValidator : Validator<Do>, IValidator<Do>;
        """);

    [Fact]
    public Task TheFixAddsEveryInterface() => CheckFix(
        """
        [Command] public sealed partial record Do : ICommand;
        public abstract class Validator<T> : IValidator<T>, IValidator<List<T>>
        {
            public ValueTask ValidateAsync(T message, ValidationErrors errors, CancellationToken token) => default;
            public ValueTask ValidateAsync(List<T> list, ValidationErrors errors, CancellationToken token) => default;
        }
        public sealed class [|DoValidator|]
            : Validator<Do>
        {
        }
        """,
        """
        [Command] public sealed partial record Do : ICommand;
        public abstract class Validator<T> : IValidator<T>, IValidator<List<T>>
        {
            public ValueTask ValidateAsync(T message, ValidationErrors errors, CancellationToken token) => default;
            public ValueTask ValidateAsync(List<T> list, ValidationErrors errors, CancellationToken token) => default;
        }
        public sealed class DoValidator
            : Validator<Do>, IValidator<Do>, IValidator<List<Do>>
        {
        }
        """);
}
