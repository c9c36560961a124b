namespace CqrsGen;

/// <summary>Checks rules of a message that attributes cannot state.</summary>
public interface IValidator<in T>;
