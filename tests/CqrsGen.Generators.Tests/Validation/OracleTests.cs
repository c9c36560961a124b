namespace CqrsGen.Generators.Tests.Validation;

/// <summary>The generated rules against the framework's validator: same verdict, same words.</summary>
public sealed class OracleTests(OracleTests.Fixture fixture) : IClassFixture<OracleTests.Fixture>
{
    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        for (int index = 0; index < OracleCases.All.Count; index++)
        {
            data.Add(index, $"{OracleCases.All[index].Attribute} {OracleCases.All[index].Type}");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RulesJudgeAsTheirAttributesDo(int index, string what)
    {
        foreach (object message in (object[])fixture.Program.Make($"C{index}"))
        {
            object? value = message.GetType().GetProperty("P")!.GetValue(message);
            fixture.Errors(message).Order().ShouldBe(
                ValidationProgram.Oracle(message).Order(), $"{what} for '{value ?? "null"}'");
        }
    }

    public sealed class Fixture : IDisposable
    {
        internal ValidationProgram Program { get; } = ValidationProgram.Load(OracleCases.Source);

        /// <summary>Commands all of whose rules accept everything have no generated class.</summary>
        internal IReadOnlyList<string> Errors(object message) =>
            Program.Run.Files.Any(file => file.HintName == $"Validation.{message.GetType().FullName}.g.cs")
                ? Program.Errors(message)
                : [];

        public void Dispose() => Program.Dispose();
    }
}
