// The page's title, where print.css can set it in the margin of a printed sheet.
document.documentElement.dataset.printedTitle = document.title;
