namespace Alai.Wiki;

/// <summary>A page as it stands in the wiki.</summary>
/// <param name="Page">The page; its text is what stands there, whoever wrote it.</param>
/// <param name="Location">A path or an address.</param>
/// <param name="IsEditedByPerson">Whether it no longer says what the factory last wrote.</param>
public sealed record FoundPage(WikiPage Page, string Location, bool IsEditedByPerson);
