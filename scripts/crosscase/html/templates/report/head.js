// Before the page is laid out: it has room for what the script brings, and a view in the address is not shown unfinished.
document.documentElement.classList.add("scripted");
if (location.hash.includes("=")) document.documentElement.classList.add("waiting");
