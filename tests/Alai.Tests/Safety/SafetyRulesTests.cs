using Alai.Safety;
using Alai.Tasks;

namespace Alai.Tests.Safety;

public sealed class SafetyRulesTests
{
    private static SafetyRuling Judge(string title, string body = "", params string[] labels) =>
        SafetyRules.Shipped.Judge(new TaskText(title, body, labels));

    [Theory]
    [InlineData("CEO", "Ask the CEO about pricing")]
    [InlineData("CEO", "ask the ceo about pricing")]
    [InlineData("CEO", "The C.E.O. wants a report")]
    [InlineData("CEO", "C E O wants a report")]
    [InlineData("CEO", "C-E-O wants a report")]
    [InlineData("CEO", "C_E_O wants a report")]
    [InlineData("CEO", "C**E**O wants a report")]
    [InlineData("CEO", "C\tE\tO wants a report")]
    [InlineData("CEO", "ＣＥＯ wants a report")]
    [InlineData("CEO", "ⒸⒺⓄ wants a report")]
    [InlineData("CEO", "🅒🅔🅞 wants a report")]
    [InlineData("CEO", "🇨 🇪 🇴 wants a report")]
    [InlineData("CEO", "𝐂𝐄𝐎 wants a report")]
    [InlineData("CEO", "СЕО wants a report")]
    [InlineData("CEO", "ᴄᴇᴏ wants a report")]
    [InlineData("CEO", "CE0 wants a report")]
    [InlineData("CEO", "C\u200BE\u200BO wants a report")]
    [InlineData("CEO", "C\u202EE\u202CO wants a report")]
    [InlineData("CEO", "C\u0301E\u0302O\u0308 wants a report")]
    [InlineData("CEO", "ÇÉÖ wants a report")]
    [InlineData("CEO", "CEO's calendar")]
    [InlineData("CEO", "CEODashboard shows wrong totals")]
    [InlineData("CEO", "Brief both CEOs")]
    [InlineData("CEO", "Spør daglig leder om prisen")]
    [InlineData("CEO", "Pitaj generalnog direktora")]
    [InlineData("CEO", "Питај, генерални директор одлучује")]
    [InlineData("CEO", "ГЕНЕРАЛНИ ДИРЕКТОР одлучује")]
    [InlineData("CEO", "Die Geschäftsführerin fragen")]
    [InlineData("DECISION", "[DECISION] Which cloud?")]
    [InlineData("DECISION", "[decision] Which cloud?")]
    [InlineData("DECISION", "[ Decision ] Which cloud?")]
    [InlineData("DECISION", "［ＤＥＣＩＳＩＯＮ］ Which cloud?")]
    [InlineData("DECISION", "【DECISION】 Which cloud?")]
    [InlineData("DECISION", "[DECISION-12] Which cloud?")]
    [InlineData("DECISION", "[D E C I S I O N] Which cloud?")]
    [InlineData("DECISION", "decision: which cloud?")]
    [InlineData("DECISION", "We need a DECISION here")]
    [InlineData("DECISION", "The DЕCISIОN is open")]
    [InlineData("DECISION", "Owner decision needed on colours")]
    [InlineData("DECISION", "Potrebna odluka o cijeni")]
    [InlineData("DECISION", "Entscheidung nötig: welche Cloud")]
    [InlineData("BankID", "Add BankID login")]
    [InlineData("BankID", "Add bankid login")]
    [InlineData("BankID", "Add Bank ID login")]
    [InlineData("BankID", "Add B.a.n.k.I.D login")]
    [InlineData("BankID", "Add bank-id login")]
    [InlineData("BankID", "Add B a n k I D login")]
    [InlineData("BankID", "Add Bank1D login")]
    [InlineData("BankID", "Fix NorwegianBankIDClient")]
    [InlineData("BankID", "rename bank_id_token")]
    [InlineData("BankID", "ВаnkID")]
    [InlineData("Vipps", "Handle V!pps and Vipps errors")]
    [InlineData("Vipps", "V1pps refund")]
    [InlineData("Vipps", "Fix VippsPaymentClient timeout")]
    [InlineData("Vipps", "Vi**pp**s checkout")]
    [InlineData("Vipps", "VIPPS")]
    [InlineData("Vipps", "Vippsing")]
    [InlineData("Finanstilsynet", "Report to Finanstilsynet")]
    [InlineData("Finanstilsynet", "Svar fra finanstilsynets saksbehandler")]
    [InlineData("Finanstilsynet", "Finans-tilsynet")]
    [InlineData("[TENDER]", "[TENDER] Oslo municipality")]
    [InlineData("[TENDER]", "[tender] Oslo municipality")]
    [InlineData("[TENDER]", "Tender: Oslo municipality")]
    [InlineData("[TENDER]", "[Anbud] Oslo kommune")]
    [InlineData("production deploy", "Deploy to production on Friday")]
    [InlineData("production deploy", "Rull ut i produksjon")]
    [InlineData("production deploy", "Deploj na produkciju večeras")]
    [InlineData("production deploy", "Version 3 in Produktion nehmen")]
    [InlineData("money movement", "Pay the invoice from the supplier")]
    [InlineData("money movement", "Betal fakturaen")]
    [InlineData("money movement", "Prebaci novac na račun")]
    [InlineData("contract", "Sign the contract with Acme")]
    [InlineData("contract", "Potpisi ugovor sa dobavljačem")]
    [InlineData("personal data", "Store the fødselsnummer of members")]
    [InlineData("personal data", "Export personal data for Anna")]
    public void Work_that_needs_a_person_is_held(string rule, string title)
    {
        var ruling = Judge(title);

        Assert.True(ruling.Holds, $"'{title}' passed the rail");
        Assert.Equal(rule, ruling.Rule);
        Assert.Equal("title", ruling.Where);
        Assert.NotEmpty(ruling.Matched);
    }

    [Theory]
    [InlineData("Clean the ocean animation")]
    [InlineData("Fix the oceans map and the geocoder")]
    [InlineData("Build a decision tree classifier")]
    [InlineData("Explain the decision table in the README")]
    [InlineData("Record architecture decisions as ADRs")]
    [InlineData("Make the undo decision reversible")]
    [InlineData("Show the bank identification number")]
    [InlineData("Riverbank idea board")]
    [InlineData("The databank idles too long")]
    [InlineData("Add a tender, loving animation")]
    [InlineData("Rename the tenderness slider")]
    [InlineData("Add a contract test for the payment port")]
    [InlineData("Update the OpenAPI contract of orders")]
    [InlineData("Add contractId to the table")]
    [InlineData("Refactor payment retry with back-off")]
    [InlineData("Write a privacy policy page")]
    [InlineData("Add a production build step with minification")]
    [InlineData("Document how data is stored")]
    [InlineData("VIP passes page is slow")]
    [InlineData("Fix crash in videoconference overlay")]
    [InlineData("Support vipassana timers")]
    [InlineData("Sort by (a, b, c, e, o)")]
    [InlineData("Use c++ or rust, e.g. o1 for speed")]
    [InlineData("Handle HTTP 500 in paceometer")]
    [InlineData("Opptak av tale skal kunne lastes ned")]
    [InlineData("Zdravo svijete, dodaj dugme")]
    [InlineData("Добавить тёмную тему")]
    [InlineData("Προσθήκη σκούρου θέματος")]
    [InlineData("ダークモードを追加")]
    [InlineData("[BENTO-BUILD] Add a menu page")]
    [InlineData("[BENTO-REVIEW] Add a menu page (parent: #12)")]
    [InlineData("")]
    public void Innocent_work_passes(string title)
    {
        var ruling = Judge(title, title + "\n\n" + title);

        Assert.False(ruling.Holds, ruling.Sentence);
    }

    [Fact]
    public void Body_and_labels_are_read_too()
    {
        Assert.Equal("body", Judge("Login", "First paragraph.\n\nUse BankID for it.").Where);
        Assert.Equal("label", Judge("Oslo", "", "urgent", "Tender").Where);
        Assert.False(Judge("Oslo", "", "bartender").Holds);
    }

    [Fact]
    public void The_words_that_matched_are_shown_as_written_without_hidden_characters()
    {
        var ruling = Judge("Ask the C\u200B.E.\u202EO now");

        Assert.Equal("C.E.O", ruling.Matched);
        Assert.Equal("safety rule 'CEO' matched \"C.E.O\" in the title", ruling.Sentence);
    }

    [Fact]
    public void A_paragraph_break_ends_a_word()
    {
        Assert.False(Judge("x", "C\n\nE\n\nO").Holds);
        Assert.True(Judge("x", "C\nE\nO").Holds);
    }

    [Fact]
    public void A_megabyte_is_judged_quickly()
    {
        var clock = TimeProvider.System;
        var body = string.Concat(Enumerable.Repeat("a b c d e f g h bank vip fin sign the deploy to ", 21000));
        var start = clock.GetTimestamp();

        Assert.False(Judge("x", body).Holds);
        Assert.True(clock.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void The_fingerprint_follows_every_change_of_a_rule()
    {
        SafetyRules Make(SafetyRule rule) => new([rule]);
        var rule = new SafetyRule { Name = "a", Names = ["Acme"] };
        string[] prints =
        [
            Make(rule).Fingerprint,
            Make(rule with { Names = ["Acme", "Bcme"] }).Fingerprint,
            Make(rule with { Names = [], Words = ["Acme"] }).Fingerprint,
            Make(rule with { Name = "b" }).Fingerprint,
        ];

        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.Equal(prints[0], Make(rule).Fingerprint);
    }

    [Fact]
    public void Without_ICU_the_rail_refuses_to_stand()
    {
        var refused = Assert.Throws<FactoryException>(() => UnicodeFolding.Require(text => text));

        Assert.Contains("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", refused.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sensitive_task_is_cleared_by_nothing_but_an_approval_of_exactly_it()
    {
        var rules = SafetyRules.Shipped;
        var task = new FactoryTask
        {
            Id = new TaskId(1), Uid = "x", Title = "[DECISION] Which cloud?", Filer = "human:anna",
            Classification = new Classification(1, Domain.General, TaskKind.Question, 1, "rules", ""),
            Lineage = new Lineage(new TaskId(1), null, null),
        };

        Assert.Null(ClearedTask.Try(task, rules, out var ruling));
        Assert.Equal("DECISION", ruling.Rule);

        var approved = task with { Approval = new Approval(1, task.Text.Hash(rules.Fingerprint), "human:anna", default) };
        Assert.NotNull(ClearedTask.Try(approved, rules, out _));
        Assert.Null(ClearedTask.Try(approved with { Title = "[DECISION] Which cloud??" }, rules, out _));
        Assert.Null(ClearedTask.Try(approved, new SafetyRules([.. rules.Rules, new SafetyRule { Name = "z", Names = ["Zeta"] }]), out _));
    }
}
