using System.Text.Json;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>The general table of failures: the provider's documented and measured answers, and what they are called here.</summary>
public class FailureTableTests
{
    private static readonly JsonElement File = VideoModelFacts.ReadJson(Path.Combine(AppContext.BaseDirectory, "catalog", "failures.json"));
    private static readonly JsonElement[] Table = [.. File.List("failures")];

    [Theory]
    [InlineData("401", "You do not have access permissions", "provider_key", "operator")]
    [InlineData("401", "Authentication failed: Invalid API Key", "provider_key", "operator")]
    [InlineData("401", "Unauthorized", "provider_key", "operator")]
    [InlineData("402", "", "provider_balance", "operator")]
    [InlineData("500", "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.", "provider_balance", "operator")]
    [InlineData("404", "Task not found", "task_unknown", "provider")]
    [InlineData("404", "", "model_unpublished", "provider")]
    [InlineData("405", "", "provider_changed", "operator")]
    [InlineData("408", "", "timed_out", "provider")]
    [InlineData("422", "recordInfo is null", "task_unknown", "provider")]
    [InlineData("422", "record is null.", "task_unknown", "provider")]
    [InlineData("422", "Temporarily supports records within 14 days.", "task_expired", "provider")]
    [InlineData("422", "record result data is empty.", "result_missing", "provider")]
    [InlineData("422", "record status is not success.", "result_missing", "provider")]
    [InlineData("422", "The model name you specified is not supported. Please verify your input and use one of the supported models provided by KIE.", "model_unpublished", "provider")]
    [InlineData("422", "The page does not exist or is not published", "model_unpublished", "provider")]
    [InlineData("422", "Ratio error", "invalid_ratio", "user")]
    [InlineData("500", "aspect_ratio is required for text-to-video", "invalid_ratio", "user")]
    [InlineData("500", "This resolution is not within the range of allowed options", "invalid_input", "user")]
    [InlineData("500", "nsfw_checker is not within the range of allowed options", "invalid_input", "user")]
    [InlineData("500", "This field is required", "invalid_input", "user")]
    [InlineData("500", "Please fill in the text prompt or image, video, or audio", "empty_request", "user")]
    [InlineData("422", "prompt or media is required", "empty_request", "user")]
    [InlineData("422", "reference_video_urls duration must be between 1 and 15 seconds", "invalid_length", "user")]
    [InlineData("422", "Each reference audio must be between 2 and 30 seconds", "invalid_length", "user")]
    [InlineData("422", "Real-person images are supported, but you must upload them to the Asset Library first.", "real_person", "user")]
    [InlineData("422", "Your request was rejected by Flow(the original text). You may consider using our other fallback channels", "moderated", "user")]
    [InlineData("400", "Your prompt was flagged by Website as violating content policies.", "moderated", "user")]
    [InlineData("400", "public error unsafe image upload.", "moderated", "user")]
    [InlineData("400", "Your prompt was caught by our AI moderator. Please adjust it and try again!", "moderated", "user")]
    [InlineData("400", "Inappropriate content detected. Please replace the image or video.", "moderated", "user")]
    [InlineData("400", "Your video creation prompt contains NSFW content, which isn't allowed under our policy.", "moderated", "user")]
    [InlineData("400", "Only English prompts are supported at this time.", "english_only", "user")]
    [InlineData("400", "Incorrect image format.", "invalid_image", "user")]
    [InlineData("400", "Unsupported width or height. Please adjust the size and try again.", "invalid_size", "user")]
    [InlineData("400", "Your prompt/negative prompt cannot exceed 2048 characters.", "prompt_too_long", "user")]
    [InlineData("400", "No valid characters detected in the video", "no_character", "user")]
    [InlineData("400", "Please try again later. You can upgrade to Standard membership to start generating now.", "provider_busy", "provider")]
    [InlineData("400", "Reached the limit for concurrent generations.", "provider_busy", "provider")]
    [InlineData("400", "Upload failed due to network reasons, please re-enter.", "upload_failed", "provider")]
    [InlineData("400", "1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.", "still_processing", "provider")]
    [InlineData("500", "The 4K version of this video is unavailable. Please try a different video.", "upscale_unavailable", "provider")]
    [InlineData("400", "", "invalid_input", "user")]
    [InlineData("422", "", "invalid_input", "user")]
    [InlineData("429", "Rate limit exceeded", "provider_busy", "provider")]
    [InlineData("433", "", "provider_cap", "operator")]
    [InlineData("451", "Failed to fetch the image. Kindly verify any access limits set by you or your service provider.", "input_unreachable", "user")]
    [InlineData("451", "", "input_unreachable", "user")]
    [InlineData("455", "", "provider_maintenance", "provider")]
    [InlineData("500", "This interface is temporarily paused.", "model_paused", "provider")]
    [InlineData("505", "", "model_paused", "provider")]
    [InlineData("500", "the server is busy", "provider_busy", "provider")]
    [InlineData("500", "Server exception, please try again later or contact customer service", "provider_error", "provider")]
    [InlineData("", "Internal Error", "provider_error", "provider")]
    [InlineData("500", "", "provider_error", "provider")]
    [InlineData("501", "", "provider_failed", "provider")]
    [InlineData("1001", "", "prompt_too_short", "user")]
    [InlineData("1002", "", "invalid_image", "user")]
    [InlineData("", "", "provider_failed", "provider")]
    [InlineData("777", "something new", "provider_failed", "provider")]
    public void Answer_of_the_provider_is_read_as(string code, string text, string word, string fault)
    {
        var reading = Shipped.Sandbox.Failures.Read(null, code, text).ShouldNotBeNull();
        (reading.Code, reading.Fault).ShouldBe((word, fault));
    }

    /// <summary>The words by which moderation was told before there was a table, each as a provider may put it.</summary>
    [Theory]
    [InlineData("moderation")]
    [InlineData("Unfit content")]
    [InlineData("sensitive words")]
    [InlineData("content policy")]
    [InlineData("safety filters")]
    [InlineData("prohibited")]
    [InlineData("a real person")]
    public void Word_of_moderation_is_known(string text) => Answer_of_the_provider_is_read_as("500", text, "moderated", "user");

    [Fact]
    public void Every_row_names_a_source_of_the_file() =>
        Table.Select(one => one.Text("source")).Distinct().ShouldBe(File.Fields("sources").Select(one => one.Name), ignoreOrder: true);

    [Fact]
    public void Only_the_last_row_fits_everything_and_each_row_can_be_reached()
    {
        Table.Where(row => !row.Has("codes") && !row.Has("texts")).ShouldHaveSingleItem().ShouldBe(Table[^1]);
        foreach (var row in Table)
        {
            var (codes, texts) = (row.Texts("codes").DefaultIfEmpty(""), row.Texts("texts").DefaultIfEmpty(""));
            foreach (var (code, text) in codes.SelectMany(_ => texts, (code, text) => (code, text)))
            {
                var reading = Shipped.Sandbox.Failures.Read(null, code, text).ShouldNotBeNull();
                (reading.Code, reading.Fix.Ru).ShouldBe((row.Text("code"), row.GetProperty("fix").Text("ru")), $"{code} {text}");
            }
        }
    }

    [Fact]
    public void People_read_whole_sentences_in_their_language()
    {
        foreach (var words in Table.SelectMany(row => new[] { row.GetProperty("meaning"), row.GetProperty("fix") }))
        {
            var (english, russian) = (words.Text("en"), words.Text("ru"));
            (char.IsAsciiLetterUpper(english[0]) && english[^1] is '.' && english.All(char.IsAscii)).ShouldBeTrue(english);
            (russian[0] is >= 'А' and <= 'Я' && russian[^1] is '.').ShouldBeTrue(russian);
        }
    }
}
