namespace KieAi.AspNetCore;

/// <summary>What stands behind <c>MapKieApi</c>: the sandbox, or Kinora itself.</summary>
public interface IKieBackend
{
    /// <summary>What a bearer key (null: none was sent) opens; null for KIE's 401. Asked once for each call.</summary>
    ValueTask<IKieAccount?> OpenAsync(string? key, CancellationToken cancellationToken);
}
