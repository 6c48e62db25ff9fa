using Alai.Tasks;

namespace Alai.Wiki;

/// <summary>Where pages for people go.</summary>
public interface IWiki
{
    /// <summary>Its kind, for example <c>folder</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Puts a page: once per key, nothing when it already says so, and never over a person's edit. Secrets are taken out first.
    /// </summary>
    /// <exception cref="FactoryException">The wiki refused or could not be reached; transient when trying again may help.</exception>
    Task<PutAnswer> PutAsync(WikiPage page, CancellationToken cancellationToken);

    /// <summary>The page of a key, or null.</summary>
    /// <exception cref="FactoryException">The wiki refused or could not be reached.</exception>
    Task<FoundPage?> FindAsync(string key, CancellationToken cancellationToken);
}
