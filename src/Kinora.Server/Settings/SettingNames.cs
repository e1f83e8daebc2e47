namespace Kinora.Server.Settings;

/// <summary>Every setting, by the name of its environment variable. docs/guides/settings.md explains each.</summary>
public static class SettingNames
{
    public const string Urls = "KINORA_URLS";
    public const string Data = "KINORA_DATA";
    public const string Assets = "KINORA_ASSETS";
    public const string AwsAccessKeyId = "AWS_ACCESS_KEY_ID";
    public const string AwsSecretAccessKey = "AWS_SECRET_ACCESS_KEY";
    public const string Database = "KINORA_DATABASE";
    public const string Catalog = "KINORA_CATALOG";
    public const string CatalogOverride = "KINORA_CATALOG_OVERRIDE";
    public const string AdminKey = "KINORA_ADMIN_KEY";
    public const string InitialCredits = "KINORA_INITIAL_CREDITS";
    public const string PublicUrl = "KINORA_PUBLIC_URL";
    public const string OutcomeWait = "KINORA_OUTCOME_WAIT";
    public const string DiagnosticsEvery = "KINORA_DIAGNOSTICS_EVERY";
    public const string ProbeEvery = "KINORA_PROBE_EVERY";
    public const string ProbeRenders = "KINORA_PROBE_RENDERS";
    public const string KeepUploads = "KINORA_KEEP_UPLOADS";
    public const string KeepOutputs = "KINORA_KEEP_OUTPUTS";
    public const string KeepLogs = "KINORA_KEEP_LOGS";
    public const string CallbackHmacKey = "KINORA_KIE_CALLBACK_HMAC_KEY";
    public const string EnhanceUrl = "KINORA_ENHANCE_URL";
    public const string EnhanceKey = "KINORA_ENHANCE_KEY";
    public const string EnhanceModel = "KINORA_ENHANCE_MODEL";
    public const string OAuthAuthorizeUrl = "KINORA_OAUTH_AUTHORIZE_URL";
    public const string OAuthTokenUrl = "KINORA_OAUTH_TOKEN_URL";
    public const string OAuthUserinfoUrl = "KINORA_OAUTH_USERINFO_URL";
    public const string OAuthClientId = "KINORA_OAUTH_CLIENT_ID";
    public const string OAuthClientSecret = "KINORA_OAUTH_CLIENT_SECRET";
    public const string OAuthScope = "KINORA_OAUTH_SCOPE";
    public const string OAuthIssuer = "KINORA_OAUTH_ISSUER";
    public const string OAuthName = "KINORA_OAUTH_NAME";
    public const string OAuthSignUp = "KINORA_OAUTH_SIGN_UP";
    public const string Metrics = "KINORA_METRICS";
    public const string LogFormat = "KINORA_LOG_FORMAT";
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string OtelDisabled = "OTEL_SDK_DISABLED";
    public const string FetchAllow = "KINORA_FETCH_ALLOW";
    public const string TrustedProxies = "KINORA_TRUSTED_PROXIES";
    public const string KeyRate = "KINORA_KEY_RATE";
    public const string IpRate = "KINORA_IP_RATE";
    public const string AccountConcurrency = "KINORA_ACCOUNT_CONCURRENCY";
    public const string AccountDaily = "KINORA_ACCOUNT_DAILY";
    public const string SandboxSpeed = "KINORA_SANDBOX_SPEED";
    public const string SandboxRender = "KINORA_SANDBOX_RENDER";
    public const string SandboxLimits = "KINORA_SANDBOX_LIMITS";
    public const string Providers = "KINORA_PROVIDERS";
    public const string ReplicateToken = "REPLICATE_API_TOKEN";
    public const string ReplicateWebhookSecret = "REPLICATE_WEBHOOK_SIGNING_SECRET";
    public const string KieApiKey = "KIE_API_KEY";
    public const string KieBaseUrl = "KIE_MARKET_BASE_URL";
    public const string KieUploadBaseUrl = "KIE_UPLOAD_BASE_URL";
    public const string KieCallbackSecret = "KIE_CALLBACK_SECRET";
    public const string VeoSecret = "VEO_WEBHOOK_SECRET";
    public const string KieHmacKey = "KIE_WEBHOOK_HMAC_KEY";
}
