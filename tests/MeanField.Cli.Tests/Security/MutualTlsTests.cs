using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MeanField.Actors;

namespace MeanField.Cli.Tests.Security;

/// <summary>A member that wants certificates, and who gets how far with it.</summary>
public sealed class MutualTlsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestAuthority _ours = new();
    private readonly TestAuthority _theirs = new();
    private ActorEngine _member = null!;

    public async Task InitializeAsync() =>
        _member = await ActorEngine.StartAsync(new ActorEngineOptions { Security = _ours.Sign("node-1", "127.0.0.1") });

    public async Task DisposeAsync()
    {
        await _member.DisposeAsync();
        _ours.Dispose();
        _theirs.Dispose();
    }

    [Fact]
    public async Task A_process_with_a_certificate_of_the_same_authority_joins()
    {
        await using var second = await ActorEngine.StartAsync(new ActorEngineOptions
        {
            Security = _ours.Sign("node-2", "127.0.0.1"),
            Join = [_member.Address],
        });
        Assert.Equal(2, await second.WaitForShardHoldersAsync(2, Patience, CancellationToken.None));
    }

    [Fact]
    public async Task A_client_without_a_certificate_gets_nowhere() => await AssertTurnedAwayAsync([]);

    [Fact]
    public async Task A_client_with_a_certificate_of_another_authority_gets_nowhere() =>
        await AssertTurnedAwayAsync([_theirs.Sign("node-1", "127.0.0.1").Certificate]);

    [Fact]
    public async Task A_client_without_TLS_gets_nowhere()
    {
        using var client = await ConnectAsync();
        await client.GetStream().WriteAsync("an association, please"u8.ToArray());
        Assert.True(await IsClosedAsync(client.GetStream()));
    }

    // what the others are turned away from: without this they might fail for a reason of their own
    [Fact]
    public async Task A_client_with_a_certificate_is_let_in()
    {
        using var client = await ConnectAsync();
        await using var secure = Secure(client);
        await secure.AuthenticateAsClientAsync(Options([_ours.Sign("client").Certificate]));
        Assert.True(secure.IsMutuallyAuthenticated);
        Assert.Equal(SslProtocols.Tls12, secure.SslProtocol);
    }

    private async Task AssertTurnedAwayAsync(X509Certificate2Collection certificates)
    {
        using var client = await ConnectAsync();
        await using var secure = Secure(client);
        try
        {
            await secure.AuthenticateAsClientAsync(Options(certificates));
        }
        catch (AuthenticationException)
        {
            return;
        }
        catch (IOException)
        {
            return;
        }
        // the client may have done its part before the server has judged it: the refusal comes afterwards
        Assert.True(await IsClosedAsync(secure));
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(_member.Address.Host, _member.Address.Port);
        return client;
    }

    // the client does not care whom it speaks to
    private static SslStream Secure(TcpClient client) => new(client.GetStream(), false, (_, _, _, _) => true);

    private static SslClientAuthenticationOptions Options(X509Certificate2Collection own) => new()
    {
        TargetHost = "node-1",
        ClientCertificates = own,
        LocalCertificateSelectionCallback = (_, _, _, _, _) => own.Count > 0 ? own[0] : null!,
    };

    /// <summary>Nothing is ever said to whoever is turned away.</summary>
    private static async Task<bool> IsClosedAsync(Stream stream)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await stream.ReadAsync(new byte[1], patience.Token) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
