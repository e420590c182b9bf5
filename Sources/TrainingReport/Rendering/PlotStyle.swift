/// The look of the plots, the same in the page and in files of their own.
enum PlotStyle {
    /// Colours have a contrast of 4.5 and more to the ground behind them where they are text, and of 3 where they are lines
    /// (WCAG 2.2, 1.4.3 and 1.4.11); right and wrong differ in blue and orange, which people who do not see red and green
    /// tell apart.
    static let css = """
        .plot text{font:11px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:#4b5563;unicode-bidi:plaintext}
        .plot .name{fill:#1f2933}.plot .num{font-variant-numeric:tabular-nums}.plot .on{fill:#fff}.plot .small{font-size:8px}
        .plot .end{text-anchor:end}.plot .mid{text-anchor:middle}
        .plot .grid{stroke:#e3e7ec;stroke-width:1}.plot .axis{stroke:#9aa4b0;stroke-width:1}
        .plot .line{fill:none;stroke:#1d5fbf;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        .plot .dot{fill:#1d5fbf;fill-opacity:.75}.plot .guide{stroke:#7b8794;stroke-width:1.5;stroke-dasharray:5 4}
        .plot .cell{fill:#eef1f5}.plot .hit{fill:#1d5fbf}.plot .miss{fill:#c2500a}
        .plot .s0{fill:#1d5fbf}.plot .s1{fill:#0d8a80}.plot .s2{fill:#7c4dbd}.plot .track{fill:#eef1f5}
        @media (prefers-color-scheme:dark){
        .plot text{fill:#a7b1bd}.plot .name{fill:#e5e9ee}.plot .on{fill:#0d1117}
        .plot .grid{stroke:#27303b}.plot .axis{stroke:#5d6875}.plot .line{stroke:#6fb1ff}.plot .dot{fill:#6fb1ff}
        .plot .guide{stroke:#8894a1}.plot .cell{fill:#212933}.plot .hit{fill:#6fb1ff}.plot .miss{fill:#ff9f5a}
        .plot .s0{fill:#6fb1ff}.plot .s1{fill:#46c9bd}.plot .s2{fill:#bb9af7}.plot .track{fill:#212933}}
        """

    /// What files of their own have beside it: the ground, which the page has already.
    static let ground = ".ground{fill:#fff}@media (prefers-color-scheme:dark){.ground{fill:#161b22}}"
}
