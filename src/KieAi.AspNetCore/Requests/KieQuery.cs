using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore;

/// <summary>Reads query strings.</summary>
internal static class KieQuery
{
    /// <exception cref="KieRequestException">400: there is none.</exception>
    public static string TaskId(HttpContext context) => Text(context, "taskId") ?? Text(context, "task_id") ?? throw Missing("taskId");

    /// <exception cref="KieRequestException">400: there is none.</exception>
    public static string Needed(HttpContext context, string name) => Text(context, name) ?? throw Missing(name);

    /// <summary>Null where it is absent or empty.</summary>
    public static string? Text(HttpContext context, string name) => context.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number from 0 on; 0 where it is absent.</summary>
    /// <exception cref="KieRequestException">422: it is something else.</exception>
    public static int Index(HttpContext context, string name) => Text(context, name) switch
    {
        null => 0,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index,
        _ => throw KieRequestException.OutOfRange(name),
    };

    private static KieRequestException Missing(string name) => new(400, $"{name} parameter is required");
}
