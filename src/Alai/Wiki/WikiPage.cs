namespace Alai.Wiki;

/// <summary>A page the factory keeps.</summary>
/// <param name="Key">Its identity for ever, for example <c>task-01J...</c>; letters, digits, dots, dashes; at most 100 characters.</param>
/// <param name="Book">The book, for example the product's name; made when missing.</param>
/// <param name="Chapter">The chapter in it, or empty.</param>
/// <param name="Title">The title; at most 200 characters.</param>
/// <param name="Markdown">The body.</param>
public sealed record WikiPage(string Key, string Book, string Chapter, string Title, string Markdown);
