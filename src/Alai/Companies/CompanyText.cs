namespace Alai.Companies;

/// <summary>One file of a company.</summary>
/// <param name="ShownAs">The name printed with problems.</param>
/// <param name="Text">Its content.</param>
internal sealed record CompanyText(string ShownAs, string Text);
