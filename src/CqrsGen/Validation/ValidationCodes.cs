namespace CqrsGen;

/// <summary>The codes of the failures that the generated validation finds, one per attribute.</summary>
public static class ValidationCodes
{
    /// <summary>The code of <c>[Required]</c>.</summary>
    public const string Required = "required";

    /// <summary>The code of <c>[StringLength]</c>.</summary>
    public const string StringLength = "string_length";

    /// <summary>The code of <c>[MinLength]</c>.</summary>
    public const string MinLength = "min_length";

    /// <summary>The code of <c>[MaxLength]</c>.</summary>
    public const string MaxLength = "max_length";

    /// <summary>The code of <c>[Length]</c>.</summary>
    public const string Length = "length";

    /// <summary>The code of <c>[Range]</c>.</summary>
    public const string Range = "range";

    /// <summary>The code of <c>[RegularExpression]</c>.</summary>
    public const string RegularExpression = "regular_expression";

    /// <summary>The code of <c>[EmailAddress]</c>.</summary>
    public const string EmailAddress = "email_address";

    /// <summary>The code of <c>[Url]</c>.</summary>
    public const string Url = "url";

    /// <summary>The code of <c>[Phone]</c>.</summary>
    public const string Phone = "phone";

    /// <summary>The code of <c>[CreditCard]</c>.</summary>
    public const string CreditCard = "credit_card";

    /// <summary>The code of <c>[Compare]</c>.</summary>
    public const string Compare = "compare";

    /// <summary>The code of <c>[AllowedValues]</c>.</summary>
    public const string AllowedValues = "allowed_values";

    /// <summary>The code of <c>[DeniedValues]</c>.</summary>
    public const string DeniedValues = "denied_values";

    /// <summary>The code of <c>[EnumDataType]</c>.</summary>
    public const string EnumDataType = "enum_data_type";

    /// <summary>The code of <c>[Base64String]</c>.</summary>
    public const string Base64String = "base64_string";

    /// <summary>The code of any other <c>ValidationAttribute</c>.</summary>
    public const string Custom = "custom";

    /// <summary>
    /// The code of a message whose objects are nested more deeply, or are more, than validation follows.
    /// </summary>
    public const string TooDeep = "too_deep";
}
