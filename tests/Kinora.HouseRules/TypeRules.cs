using System.Reflection;
using System.Text.Json.Serialization;

namespace Kinora.HouseRules;

/// <summary>What types are called and what shape they have.</summary>
public sealed class TypeRules
{
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Utils", "Util", "Impl", "Processor", "Info", "Data"];

    /// <summary>Each has, or will soon have, two real implementations, or is the wall of a library.</summary>
    private static readonly string[] Interfaces =
        ["IAssetStore", "IGenerationProvider", "IGenerationStep", "IKieAccount", "IKieBackend", "IRateBudgets", "ISqlDatabase", "ISqlSession", "ISqlTransaction"];

    [Fact]
    public void No_type_is_named_with_an_empty_word() =>
        Houses.Types.Where(HasEmptyName).Select(type => type.FullName)
            .ShouldBeEmpty("Say what it does or is: Dispatcher, Settler, Store, Options, Definition, Record.");

    [Fact]
    public void Concrete_classes_are_sealed() =>
        Houses.Types.Where(IsOpen).Select(type => type.FullName)
            .ShouldBeEmpty("Seal it. Inheritance is an offer that somebody has to keep.");

    [Fact]
    public void Interfaces_are_few_and_known() =>
        Houses.Types.Where(type => type.IsInterface).Select(type => type.Name)
            .ShouldBe(Interfaces, ignoreOrder: true, "An interface needs two real implementations; otherwise inject the class. If it has them, list it here.");

    [Fact]
    public void Enums_on_the_wire_pin_every_member() =>
        Houses.Types.Where(type => type.IsEnum).SelectMany(Unpinned)
            .ShouldBeEmpty("Add [JsonStringEnumMemberName]: a rename in C# must not change the wire.");

    [Fact]
    public void Breaches_are_seen()
    {
        HasEmptyName(typeof(VideoManager)).ShouldBeTrue();
        HasEmptyName(typeof(TypeRules)).ShouldBeFalse();
        IsOpen(typeof(VideoManager)).ShouldBeTrue();
        IsOpen(typeof(Base)).ShouldBeFalse();
        Unpinned(typeof(Loose)).ShouldBe([$"{typeof(Loose).FullName}.Second"]);
        Unpinned(typeof(Inner)).ShouldBeEmpty();
    }

    private static bool HasEmptyName(Type type) =>
        EmptyWords.Any(word => type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal));

    private static bool IsOpen(Type type) => type is { IsClass: true, IsAbstract: false, IsSealed: false };

    private static IEnumerable<string> Unpinned(Type type) =>
        type.IsDefined(typeof(JsonConverterAttribute), inherit: false)
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(member => member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>() is null)
                .Select(member => $"{type.FullName}.{member.Name}")
            : [];

    private class VideoManager;

    private sealed class FilmManager : VideoManager;

    private abstract class Base;

    [JsonConverter(typeof(JsonStringEnumConverter<Loose>))]
    private enum Loose
    {
        [JsonStringEnumMemberName("first")] First,
        Second,
    }

    private enum Inner
    {
        Member,
    }
}
