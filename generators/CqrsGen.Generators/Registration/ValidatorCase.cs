using CqrsGen.Generators.Common;
using CqrsGen.Generators.Validation;

namespace CqrsGen.Generators.Registration;

/// <summary>A validator and the messages that it checks.</summary>
/// <param name="Name">What its factory is named after.</param>
/// <param name="Validator">The validator.</param>
/// <param name="Messages">The messages: its own type argument, and those that derive from it or implement it.</param>
internal sealed record ValidatorCase(string Name, ValidatorModel Validator, EquatableArray<string> Messages);
