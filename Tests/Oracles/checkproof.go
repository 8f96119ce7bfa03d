// Checks a proof of ours with Go's own packages: sumdb/note for the signature, sumdb/tlog for the
// tree. Each line of the input is a proof file in base 64; each line of the output is yes or no.
// The one argument is the public key.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func isProven(text string, verifier note.Verifier) bool {
	head, checkpoint, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return false
	}
	hasHeader, hasIndex := strings.HasPrefix(lines[1], "extra "), strings.HasPrefix(lines[2], "index ")
	extra, place := strings.TrimPrefix(lines[1], "extra "), strings.TrimPrefix(lines[2], "index ")
	header, err := base64.StdEncoding.Strict().DecodeString(extra)
	index, err2 := strconv.ParseInt(place, 10, 64)
	if !hasHeader || !hasIndex || err != nil || err2 != nil || strconv.FormatInt(index, 10) != place {
		return false
	}
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return false
		}
		path = append(path, hash)
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(verifier))
	if err != nil {
		return false
	}
	signed := strings.Split(opened.Text, "\n")
	if len(signed) != 4 {
		return false
	}
	size, err := strconv.ParseInt(signed[1], 10, 64)
	root, err2 := tlog.ParseHash(signed[2])
	if err != nil || err2 != nil || size <= 0 {
		return false
	}
	return tlog.CheckRecord(path, size, root, index, tlog.RecordHash(header)) == nil
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		text, err := base64.StdEncoding.DecodeString(lines.Text())
		if err == nil && isProven(string(text), verifier) {
			fmt.Println("yes")
		} else {
			fmt.Println("no")
		}
	}
}
