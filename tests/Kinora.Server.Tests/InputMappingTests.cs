using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Generations;
using Kinora.Server.Wire;

namespace Kinora.Server.Tests;

public sealed class InputMappingTests
{
    private static readonly PropertyInfo[] Fields = typeof(GenerationInput).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    [Fact]
    public void Form_of_the_wire_has_the_fields_of_the_engine() =>
        typeof(GenerateVideoRequest).GetProperties().Select(p => p.Name).ShouldBe(Fields.Select(p => p.Name), ignoreOrder: true);

    [Fact]
    public void Every_field_survives_the_way_out_and_back()
    {
        var input = new GenerationInput { Model = "m" };
        foreach (var field in Fields) field.SetValue(input, Sample(field));
        var request = input.ToRequest();
        foreach (var field in Fields)
        {
            typeof(GenerateVideoRequest).GetProperty(field.Name)!.GetValue(request).ShouldBe(field.GetValue(input), field.Name);
            Equal(field.GetValue(request.ToInput()), field.GetValue(input)).ShouldBeTrue(field.Name);
        }
    }

    [Fact]
    public void What_was_not_said_stays_unsaid_both_ways()
    {
        var input = new GenerationInput { Model = "m" };
        JsonSerializer.Serialize(input.ToRequest(), KinoraJsonContext.Default.GenerateVideoRequest).ShouldBe("""{"model":"m"}""");
        foreach (var field in Fields.Where(f => f.Name != "Model"))
            (field.GetValue(new GenerateVideoRequest { Model = "m" }.ToInput()) is null or ICollection { Count: 0 }).ShouldBeTrue(field.Name);
    }

    [Fact]
    public void Null_in_a_list_becomes_a_text_that_is_at_fault()
    {
        var input = new GenerateVideoRequest { Model = "m", References = [null!], ReferenceVideos = ["a", null!], ReferenceAudio = [null!] }.ToInput();
        input.References.ShouldBe([""]);
        input.ReferenceVideos.ShouldBe(["a", ""]);
        input.ReferenceAudio.ShouldBe([""]);
    }

    // Another value for each field, so that no two can be mistaken for each other.
    private static object Sample(PropertyInfo field) => (Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType) switch
    {
        var type when type == typeof(string) => field.Name,
        var type when type == typeof(bool) => true,
        var type when type == typeof(int) => field.Name.Length,
        var type when type == typeof(long) => (long)field.Name.Length,
        var type when type == typeof(decimal) => field.Name.Length + 0.5m,
        var type when type == typeof(IReadOnlyList<string>) => new[] { field.Name },
        var type when type == typeof(JsonObject) => new JsonObject { ["is"] = field.Name },
        var type => throw new InvalidOperationException($"{field.Name} is a {type}: say here what a sample of it is."),
    };

    private static bool Equal(object? one, object? other) =>
        one is IReadOnlyList<string> list && other is IReadOnlyList<string> same ? list.SequenceEqual(same) : Equals(one, other);
}
