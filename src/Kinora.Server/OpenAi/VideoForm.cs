using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Server.OpenAi;

/// <summary>Reads OpenAI's fields into the request form by their roles, and names faults of the form by the fields that the caller gave.</summary>
internal sealed class VideoForm(VideoFields fields, ModelCatalog catalog)
{
    private const string Size = "size", Seconds = "seconds", Metadata = "metadata";

    /// <summary>What each role is called, the usual name first. Every one may also stand in <c>metadata</c>.</summary>
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["duration"] = [Seconds, "duration"],
        ["aspectRatio"] = ["aspect_ratio", "ratio"],
        ["resolution"] = ["resolution"],
        ["negativePrompt"] = ["negative_prompt"],
        ["seed"] = ["seed"],
    };

    private readonly Dictionary<string, string> _given = [];

    /// <summary>The model that the caller asked for; null when it left that to the server.</summary>
    public string? Model { get; } = fields.Text("model");

    /// <summary>The size that the caller asked for; null when it left that to the model.</summary>
    public FrameSize? Frame { get; } = FrameSize.Read(fields.Text(Size));

    /// <summary>Where no model is asked for: the first of the catalog that makes videos of words alone and can be used.</summary>
    public static ModelDefinition? Usual(ModelCatalog catalog) =>
        catalog.Models.FirstOrDefault(model => !model.Hidden && model.IsAvailable && model.Modes.Any(mode => mode.Mode == "text-to-video"));

    /// <param name="media">The references with their kinds.</param>
    /// <param name="faults">What is none of the form's own faults.</param>
    public GenerationInput Read(IReadOnlyList<GivenMedia> media, List<InputFault> faults)
    {
        var model = Model ?? Usual(catalog)?.Id ?? "";
        var input = new GenerationInput
        {
            Model = model,
            Prompt = fields.Text("prompt"),
            NegativePrompt = Take("negativePrompt"),
            Duration = (int?)Number("duration", int.MaxValue, faults),
            AspectRatio = Take("aspectRatio"),
            Resolution = Take("resolution"),
            Seed = Number("seed", long.MaxValue, faults),
        };
        input = GivenMedia.Place(input, media, catalog.FindVariant(model)?.Modes ?? catalog.Find(model)?.Modes ?? []);
        return Fit(input, catalog.FormOf(input), faults);
    }

    /// <summary>The fault in the caller's words.</summary>
    public InputFault InCallersWords(InputFault fault)
    {
        var name = NameOf(fault.Field);
        if (name == fault.Field || name == Size) return fault with { Field = name };
        return fault with
        {
            Field = name, Message = Regex.Replace(fault.Message, $@"\b{Regex.Escape(fault.Field)}\b", name, RegexOptions.None, TimeSpan.FromSeconds(1)),
        };
    }

    private string NameOf(string field) => field switch
    {
        _ when _given.TryGetValue(field, out var name) => name,
        _ when GivenMedia.Roles.Contains(field) => VideoBody.Reference,
        "aspectRatio" or "resolution" => Size,
        "duration" => Seconds,
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(field),
    };

    // A size is a wish: the nearest that the model has. What the model does not let one choose, it decides.
    private GenerationInput Fit(GenerationInput input, ModeForm? form, List<InputFault> faults)
    {
        // Where every video is as long as was asked for, nothing is left to set.
        if (input.Duration is { } seconds && form?.Seconds == seconds && Choices(form, "duration") is null) input = input with { Duration = null };
        if (Frame is not { } frame)
        {
            if (fields.Text(Size) is { } text and not "auto")
                faults.Add(new(Size, "size must be a width and a height in pixels, such as 1280x720.", text[..Math.Min(text.Length, 100)]));
            return input;
        }

        if (input.AspectRatio is null && Choices(form, "aspectRatio") is { } ratios && frame.NearestRatio(ratios) is { } ratio)
            (input, _given["aspectRatio"]) = (input with { AspectRatio = ratio }, Size);
        if (input.Resolution is null && Choices(form, "resolution") is { } resolutions && frame.NearestResolution(resolutions) is { } resolution)
            (input, _given["resolution"]) = (input with { Resolution = resolution }, Size);
        return input;
    }

    /// <summary>Null when the form has no such field; none when any value may be given.</summary>
    private static IEnumerable<string>? Choices(ModeForm? form, string role) =>
        form?.Controls.FirstOrDefault(control => control.Role == role) is { } found ? (found.Choices ?? []).Select(choice => choice.ToString()) : null;

    private string? Take(string role)
    {
        foreach (var name in Names[role])
        {
            if ((fields.Text(name) ?? fields.Text($"{Metadata}[{name}]")) is not { } text) continue;
            _given[role] = name;
            return text;
        }

        return null;
    }

    private long? Number(string role, long most, List<InputFault> faults)
    {
        if (Take(role) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && Math.Abs(number) <= most)
            return (long)number;
        faults.Add(new(role, $"{role} must be a whole number.", text[..Math.Min(text.Length, 100)]));
        return null;
    }
}
