# embed.awk - a text file as a C string constant: awk -v name=form_rng -f base/embed.awk forms/form.rng
# One literal per line of the file, so that compilers and people can read it.
BEGIN { printf "static const char %s[] =", name }
{
	gsub(/\\/, "&&"); gsub(/"/, "\\\""); gsub(/\t/, "\\t")
	printf "\n\t\"%s\\n\"", $0
}
END { print (NR ? "" : " \"\"") ";" }
