using System.Text.Json.Nodes;
using Kinora.Server.Hosting;
using Kinora.Testing;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Tests.Telemetry;

public sealed class LogFormatterTests
{
    [Fact]
    public void Text_is_one_line_with_the_ids_of_its_work_and_nothing_else_of_its_scopes()
    {
        var line = Log(new TextLogFormatter(), fault: true);
        line.ShouldStartWith("warn: Kinora.Tests[7] Took 3 of \"two lines\" System.IO.IOException: gone away");
        line.ShouldEndWith(" generationId=gen_1 traceId=abc\n");
        line.Trim().ShouldNotContain('\n');
        line.ShouldNotContain("RequestPath");
    }

    [Fact]
    public void Json_is_an_object_with_the_values_of_the_message()
    {
        var line = Log(new JsonLogFormatter(new FakeClock()), fault: true);
        line.Trim().ShouldNotContain('\n');
        var json = JsonNode.Parse(line)!;
        (json.Text("level"), json.Text("category"), json.Number("event")).ShouldBe(("warning", "Kinora.Tests", 7));
        (json.Text("generationId"), json.Text("traceId"), json.Text("message")).ShouldBe(("gen_1", "abc", "Took 3 of \"two\nlines\""));
        json["values"]!.ToJsonString().ShouldBe("""{"Count":"3","Name":"two\nlines"}""");
        json.Text("exception").ShouldContain("gone\naway");
        line.ShouldNotContain("RequestPath");
    }

    private static string Log(Microsoft.Extensions.Logging.Console.ConsoleFormatter formatter, bool fault)
    {
        var captured = new CapturedLines(formatter);
        var logger = captured.Factory.CreateLogger("Kinora.Tests");
        using (logger.BeginScope("{RequestPath}", "/api/shared/token"))
        using (logger.BeginScope("{GenerationId} {TraceId}", "gen_1", "abc"))
            logger.Log(LogLevel.Warning, 7, fault ? new IOException("gone\naway") : null, "Took {Count} of \"{Name}\"", 3, "two\nlines");
        return captured.All.Single();
    }
}
