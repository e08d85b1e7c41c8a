# Draws events a month by quad class: Rscript chart.R EVENTS.csv CHART.svg (an export of `chancery export --format csv`). Base R only.
arguments <- commandArgs(trailingOnly = TRUE)
events <- read.csv(arguments[1], colClasses = "character", encoding = "UTF-8")
month <- substr(events$date, 1, 7)
dated <- grepl("^[0-9]{4}-[0-9]{2}$", month)
counts <- table(factor(events$quad_class[dated], levels = 1:4), month[dated])
svg(arguments[2], width = 9, height = 4)
barplot(counts, col = c("#4477aa", "#228833", "#ccbb44", "#ee6677"), border = NA, las = 2, cex.names = 0.7, main = "Events a month",
        legend.text = c("verbal cooperation", "material cooperation", "verbal conflict", "material conflict"),
        args.legend = list(x = "topleft", bty = "n", cex = 0.8))
invisible(dev.off())
cat(sum(dated), "events drawn in", arguments[2], "-", sum(!dated), "without a month left out\n")
