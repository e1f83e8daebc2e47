using Kinora.Core.Assets;
using Kinora.Core.Assets.S3;

namespace Kinora.Server.Settings;

/// <summary>Where bytes are kept: a folder or a bucket; neither: the folder <c>assets</c> of the data folder.</summary>
public sealed record AssetPlace
{
    private const string Expected = "a folder, or s3://bucket with any of endpoint, region, prefix and pathStyle (true or false) in the query";
    private const string Scheme = "s3://";

    public string? Folder { get; init; }
    public S3Options? S3 { get; init; }

    internal static AssetPlace Read(SettingReader read)
    {
        var text = read.Text(SettingNames.Assets);
        if (text is null) return new();
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return new() { Folder = KinoraSettings.Folder(read, SettingNames.Assets, text) };
        var (id, secret) = (Key(read, SettingNames.AwsAccessKeyId), Key(read, SettingNames.AwsSecretAccessKey));
        if (Bucket(text, id, secret) is { } bucket) return new() { S3 = bucket };
        read.Fault(SettingNames.Assets, text.Contains('@', StringComparison.Ordinal) ? null : text, Expected);
        return new();
    }

    private static string Key(SettingReader read, string name)
    {
        var given = read.Text(name) is not null;
        var key = read.Secret(name);
        if (!given) read.Fault(name, null, $"the key of the S3 service that {SettingNames.Assets} names");
        return key ?? "";
    }

    private static S3Options? Bucket(string text, string id, string secret)
    {
        var (bucket, query) = text[Scheme.Length..].Split('?', 2) is [var name, var rest] ? (name.TrimEnd('/'), rest) : (text[Scheme.Length..].TrimEnd('/'), "");
        if (bucket.Length is < 3 or > 63 || !bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')) return null;
        var options = new S3Options { Bucket = bucket, AccessKeyId = id, SecretAccessKey = secret };
        bool? pathStyle = null;
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (field, value) = part.Split('=', 2) is [var left, var right] ? (left, Uri.UnescapeDataString(right)) : (part, "");
            switch (field)
            {
                case "endpoint" when SettingReader.IsUrl(value, out var url) && url is { PathAndQuery: "/", UserInfo: "" }:
                    options = options with { Endpoint = url };
                    break;
                case "region" when value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'):
                    options = options with { Region = value };
                    break;
                case "prefix" when AssetKey.IsValid(value.TrimEnd('/')):
                    options = options with { Prefix = value.TrimEnd('/') + "/" };
                    break;
                case "pathStyle" when bool.TryParse(value, out var style):
                    pathStyle = style;
                    break;
                default:
                    return null;
            }
        }

        return options with { PathStyle = pathStyle ?? options.Endpoint is not null };
    }
}
