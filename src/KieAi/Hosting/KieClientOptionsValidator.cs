using Microsoft.Extensions.Options;

namespace KieAi;

/// <summary>Tells all that is wrong with the options at once.</summary>
internal sealed class KieClientOptionsValidator : IValidateOptions<KieClientOptions>
{
    public ValidateOptionsResult Validate(string? name, KieClientOptions options) =>
        options.Faults().ToArray() is { Length: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
