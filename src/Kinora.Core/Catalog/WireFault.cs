namespace Kinora.Core.Catalog;

/// <summary>One reason why a provider would refuse wire input.</summary>
/// <param name="Field">The provider's field.</param>
/// <param name="Expected">What would do, such as <c>one of 5, 10</c>.</param>
public sealed record WireFault(string Field, WireFaultKind Kind, string Expected);

/// <summary>The kinds of <see cref="WireFault"/>.</summary>
public enum WireFaultKind
{
    Required,
    WrongType,
    NotInEnum,
    OutOfRange,
    TooLong,
    TooMany,
}
