using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Alai.Sandbox.Egress;

/// <summary>
/// A certificate authority that lives as long as one proxy and is believed by one sandbox alone: it speaks for the feeds whose
/// credential the daemon adds, and for no other host.
/// </summary>
internal sealed class EgressAuthority : IDisposable
{
    private static readonly string[] Bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem", "/etc/ssl/ca-bundle.pem"];

    private static readonly string[] Variables =
    [
        "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS", "npm_config_cafile", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO", "CARGO_HTTP_CAINFO",
    ];

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 root;
    private readonly ConcurrentDictionary<string, X509Certificate2> leaves = new(StringComparer.Ordinal);
    private readonly string bundle;

    /// <summary>Makes one.</summary>
    /// <param name="folder">Where its bundle goes: the machine's authorities and this one.</param>
    public EgressAuthority(string folder)
    {
        var request = new CertificateRequest("CN=ALAI set-up", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = TimeProvider.System.GetUtcNow();
        root = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(2));
        bundle = Path.Combine(folder, "authorities.pem");
        var own = Bundles.FirstOrDefault(File.Exists) is { } machine ? File.ReadAllText(machine) + "\n" : "";
        File.WriteAllText(bundle, own + root.ExportCertificatePem() + "\n");
    }

    /// <summary>The file the sandbox must see.</summary>
    public string Bundle => bundle;

    /// <summary>What tells the tools to believe it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment => Variables.Select(name => KeyValuePair.Create(name, bundle));

    /// <summary>A certificate for a host.</summary>
    public X509Certificate2 For(string host) => leaves.GetOrAdd(host, Make);

    public void Dispose()
    {
        root.Dispose();
        foreach (var leaf in leaves.Values)
            leaf.Dispose();
        key.Dispose();
    }

    private X509Certificate2 Make(string host)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (System.Net.IPAddress.TryParse(host, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var leaf = request.Create(root, new DateTimeOffset(root.NotBefore), new DateTimeOffset(root.NotAfter), RandomNumberGenerator.GetBytes(16));
        using var whole = leaf.CopyWithPrivateKey(own);

        // Some platforms take no certificate whose key was never stored.
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }
}
